package dev.polylogue.ui.shell;

import dev.polylogue.session.Comparisons;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.SecondLook;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.history.HistoryViewModel;
import dev.polylogue.ui.settings.ProvidersViewModel;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Notices what other programs write into the history and set up while the window is open, such as
 * {@code polylogue compare} or {@code polylogue providers add} in a terminal, and shows it. FX
 * thread.
 */
final class Lookout {
  private final Comparisons comparisons;
  private final Work work;
  private final HistoryViewModel history;
  private final SecondLook open;
  private final BooleanSupplier live;
  private final ProvidersViewModel providers;
  private OptionalLong seen = OptionalLong.empty();
  private boolean looking;

  /**
   * @param chat its open comparison is left alone while something is answering in it
   */
  Lookout(
      Services services,
      Work work,
      HistoryViewModel history,
      ChatViewModel chat,
      ProvidersViewModel providers,
      Consumer<Exception> trouble) {
    this.comparisons = services.comparisons();
    this.work = work;
    this.history = history;
    this.open = new SecondLook(chat, work, trouble);
    this.live = chat.liveProperty()::get;
    this.providers = providers;
  }

  /**
   * Costs one small question to the database and one look at the settings. What fails is asked
   * again the next time.
   */
  void look() {
    providers.look();
    if (looking || live.getAsBoolean()) {
      return;
    }
    looking = true;
    work.run(comparisons::outsideVersion, this::found, failure -> looking = false);
  }

  private void found(OptionalLong version) {
    looking = false;
    if (version.isEmpty() || version.equals(seen)) {
      return;
    }
    boolean first = seen.isEmpty();
    seen = version;
    if (!first) {
      history.refresh();
      open.look();
    }
  }
}
