package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.BranchesViewModel;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.LatePaneCard;
import dev.polylogue.ui.chat.PaneSetsCard;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.chat.SaveSetCard;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;

/** The cards from which panes begin. FX thread. */
final class PaneCards {
  private final Desk desk;
  private final ChatPage chat;
  private final Layer layer;
  private final Texts texts;

  PaneCards(Desk desk, ChatPage chat, Layer layer, Texts texts) {
    this.desk = desk;
    this.chat = chat;
    this.layer = layer;
    this.texts = texts;
  }

  /**
   * Where something was said already, it is asked with what the new pane begins; not where one more
   * is refused anyway.
   */
  void addPane() {
    PaneViewModel current = desk.chat().currentProperty().get();
    int messages = desk.chat().branches().messages();
    boolean full = desk.chat().panes().size() >= ChatViewModel.MOST_PANES;
    if (current == null || messages == 0 || full) {
      desk.addPane(this::chooseModel);
      return;
    }
    LatePaneCard card =
        new LatePaneCard(current.model().model(), messages, texts, start -> begin(start, current));
    layer.show(null, card, card.first(), () -> {});
  }

  private void begin(LatePaneCard.Start start, PaneViewModel from) {
    layer.hide();
    BranchesViewModel branches = desk.chat().branches();
    switch (start) {
      case EMPTY -> desk.addPane(this::chooseModel);
      case COPY -> branches.fork(from, null, this::chooseModel);
      case REPLAY -> desk.addPane(() -> chooseModel(branches::replayCurrent));
    }
  }

  /** Of the current pane, which is as a rule a new one; what is written next is for it. */
  void chooseModel() {
    chooseModel(() -> {});
  }

  /** Whoever closes the chooser without a choice has asked for nothing. */
  private void chooseModel(Runnable chosen) {
    chat.panes().chooseModel(chosen, chat.composer()::focusText);
  }

  void showSets() {
    SetsDesk sets = desk.sets();
    sets.sets().open();
    PaneSetsCard card =
        new PaneSetsCard(
            sets.sets(),
            texts,
            set -> {
              layer.hide();
              sets.start(set);
            });
    layer.show(null, card, card.search(), card::close);
  }

  void saveSet() {
    SaveSetCard card = new SaveSetCard(desk.sets().sets(), desk.chat().panes(), texts, layer::hide);
    layer.show(null, card, card.name(), () -> {});
  }
}
