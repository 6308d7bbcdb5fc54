package dev.polylogue.ui.shell;

import dev.polylogue.history.HistoryException;
import dev.polylogue.session.Care;
import dev.polylogue.session.Comparisons;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.HealthViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * What an open window says and offers when its history turns out damaged, or can only be read (D08,
 * D11, D19). FX thread.
 */
public final class RescueDesk implements HealthViewModel.Replacing {
  /** In bytes: with less, the next prompt may not fit either. */
  private static final long ROOM = 1 << 20;

  private final Care care;
  private final Comparisons comparisons;
  private final Work work;
  private final Texts texts;
  private final RescueWays ways;
  private final String refusal;
  private final ReadOnlyObjectWrapper<@Nullable RescueViewModel> ailing =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ShellViewModel shell;
  private String said = "";
  private HistoryException.Kind last = HistoryException.Kind.OTHER;
  private Consumer<Callable<String>> replacing = way -> {};

  RescueDesk(Services services, Work work, Texts texts, ShellViewModel shell) {
    this.care = services.care();
    this.comparisons = services.comparisons();
    this.work = work;
    this.texts = texts;
    this.shell = shell;
    this.ways = new RescueWays(care, texts);
    HistoryException unwritable = services.comparisons().unwritable().orElse(null);
    refusal = unwritable == null ? "" : texts.get("composer.reading");
    if (unwritable != null) {
      shell.stand(texts.get("shell.reading", unwritable.getMessage()));
      ailing.set(new RescueViewModel(unwritable, care, work, texts, new Room()));
    }
  }

  // Properties

  /** What can be done, or null while nothing is known to be wrong. */
  public ReadOnlyObjectProperty<@Nullable RescueViewModel> ailingProperty() {
    return ailing.getReadOnlyProperty();
  }

  /** Whether the ways are being shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Why nothing can be sent or stored for as long as the window is open, or empty. */
  String refusal() {
    return refusal;
  }

  /** Where the data lies. */
  Path folder() {
    return care.places().folder();
  }

  // Commands

  /** Who closes the history, does a way, opens it again and says what the way yields. */
  public void onReplace(Consumer<Callable<String>> action) {
    replacing = action;
  }

  /** Something went wrong: where it tells of damage, the ways are shown, once by themselves. */
  void see(Exception trouble) {
    if (trouble instanceof HistoryException known) {
      last = known.kind();
      said = passes(last) ? shell.noticeProperty().get() : "";
      if (ailing.get() == null && known.kind().isDamage()) {
        ailing.set(new RescueViewModel(known, care, work, texts, new Room()));
        open.set(true);
      }
    }
  }

  /** Whether it stands in the way of storing for a while only. */
  private static boolean passes(HistoryException.Kind kind) {
    return switch (kind) {
      case IN_USE, UNWRITABLE, FULL, GONE -> true;
      case DAMAGED, UNRECOGNISED, MISSING, FOREIGN, NEWER, OTHER -> false;
    };
  }

  /**
   * Every few seconds: what was said goes once it is not so any more, which is when something was
   * stored again (D14, D15), or there is room on a disk that was full (D07).
   *
   * @param kept whether nothing is left that could not be stored
   */
  void look(boolean kept) {
    String words = said;
    boolean full = last == HistoryException.Kind.FULL;
    if (!words.isEmpty() && words.equals(shell.noticeProperty().get())) {
      work.run(
          () -> (kept && comparisons.isStoring()) || (full && hasRoom()),
          over -> dismiss(words, over),
          failure -> {});
    }
  }

  private boolean hasRoom() throws IOException {
    return Files.getFileStore(folder()).getUsableSpace() >= ROOM;
  }

  private void dismiss(String words, boolean over) {
    if (over && words.equals(shell.noticeProperty().get())) {
      shell.dismissNotice();
    }
  }

  @Override
  public void restore(Path backup) {
    replacing.accept(ways.restore(backup));
  }

  @Override
  public void salvage() {
    replacing.accept(ways::salvage);
  }

  private final class Room implements RescueViewModel.Room {
    @Override
    public void go(Callable<String> way, Consumer<? super Exception> failed) {
      replacing.accept(way);
    }

    @Override
    public void read(HistoryException trouble) {
      open.set(false);
    }
  }
}
