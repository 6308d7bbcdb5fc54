package dev.polylogue.ui.shell;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.session.Titles;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.LiveRounds;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.settings.TitlesViewModel;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.collections.SetChangeListener;

/** Has comparisons named once they are answered, if a model was chosen for it. FX thread. */
final class TitleDesk {
  private final Titles titles;
  private final TitlesViewModel chosen;
  private final Work work;
  private final ChatViewModel chat;
  private final Runnable changed;
  private final Consumer<Exception> trouble;

  /**
   * @param work each piece on its own: a model takes its time
   * @param changed runs when something in the list has another name
   */
  TitleDesk(
      Titles titles,
      TitlesViewModel chosen,
      Work work,
      ChatViewModel chat,
      Runnable changed,
      Consumer<Exception> trouble) {
    this.titles = titles;
    this.chosen = chosen;
    this.work = work;
    this.chat = chat;
    this.changed = changed;
    this.trouble = trouble;
  }

  void follow(LiveRounds rounds) {
    rounds
        .comparisons()
        .addListener(
            (SetChangeListener<UUID>)
                change -> {
                  if (change.wasRemoved()) {
                    ended(change.getElementRemoved());
                  }
                });
  }

  private void ended(UUID comparison) {
    ModelRef model = chosen.chosenProperty().get();
    if (model == null) {
      return;
    }
    work.run(
        () -> titles.make(comparison, model),
        made ->
            made.ifPresent(
                title -> {
                  chat.entitle(comparison, title);
                  changed.run();
                }),
        trouble);
  }
}
