package dev.polylogue.app;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.history.HistoryRow;
import dev.polylogue.ui.shell.ShellViewModel.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The part of the tour that reads and compares: a showcase, many panes, differences, a vote. */
final class ComparingLooks {
  private static final List<String> SHOWCASE =
      List.of(
          "Show me Markdown",
          "Show me formulas",
          "Show me code in some languages",
          "Show me tables");

  private static final String TIDES = "Explain tides to a child.";
  private static final long REPLIES_MILLIS = 60_000;

  private final Guide guide;
  private Consumer<String> scene = name -> {};

  ComparingLooks(Guide guide) {
    this.guide = guide;
  }

  /**
   * @param told is told the name of each scene before it begins
   */
  void run(Consumer<String> told) throws Exception {
    scene = told;
    guide.await("a comparison is open", desk -> desk.chat().openedProperty().get() != null);
    begin("12-showcase", SHOWCASE.size());
    showcase();
    begin("13-eight-panes", 8);
    manyPanes();
    begin("16-what-changed", 2);
    whatChanged();
    begin("17-blind-vote", 3);
    blindVote();
  }

  /** The same showcase and the same many panes where there is much room. */
  void runWide(Consumer<String> told) throws Exception {
    scene = told;
    guide.await("a comparison is open", desk -> desk.chat().openedProperty().get() != null);
    scene.accept("20-wide");
    List<UUID> known =
        guide.ask(
            desk ->
                desk.history().rows().stream()
                    .filter(HistoryRow.Entry.class::isInstance)
                    .map(row -> ((HistoryRow.Entry) row).comparison())
                    .filter(
                        entry ->
                            entry.panes().size() == SHOWCASE.size() || entry.panes().size() == 8)
                    .map(ComparisonEntry::id)
                    .toList());
    for (int i = 0; i < known.size(); i++) {
      UUID wanted = known.get(i);
      guide.act(desk -> desk.open(wanted));
      guide.await("it is open", desk -> wanted.equals(desk.chat().openedProperty().get().id()));
      guide.press(i == 0 ? "layout.grid" : "layout.columns");
      guide.picture("20-wide-" + (i + 1));
    }
  }

  /** A new comparison of so many panes, some of a scribe and some of a thinker. */
  private void begin(String name, int count) throws Exception {
    scene.accept(name);
    guide.act(desk -> desk.newComparison());
    guide.await(
        "a blank comparison is open",
        desk -> desk.chat().panes().stream().allMatch(pane -> pane.turns().isEmpty()));
    String sandbox = guide.ask(desk -> desk.chat().panes().getFirst().model().provider());
    while (guide.ask(desk -> desk.chat().panes().size()) > count) {
      guide.act(desk -> desk.chat().closePane(desk.chat().panes().getLast()));
    }
    for (int i = guide.ask(desk -> desk.chat().panes().size()); i < count; i++) {
      int wanted = i + 1;
      guide.act(
          desk -> desk.chat().addPane(PaneSpec.of(new ModelRef(sandbox, "scribe")), () -> {}));
      guide.await("one more pane is there", desk -> desk.chat().panes().size() == wanted);
    }
    for (int i = 0; i < count; i++) {
      int place = i;
      ModelRef model = new ModelRef(sandbox, i % 2 == 1 && count != 4 ? "thinker" : "scribe");
      guide.act(desk -> desk.chat().change(desk.chat().panes().get(place), model, Parameters.NONE));
    }
  }

  private void showcase() throws Exception {
    for (int i = 0; i < SHOWCASE.size(); i++) {
      int place = i;
      guide.act(
          desk -> {
            desk.chat().focus(desk.chat().panes().get(place));
            desk.composer().textProperty().set(SHOWCASE.get(place));
          });
      guide.press("composer.sendCurrent");
      guide.await(
          "the pane has answered",
          desk -> isComplete(desk.chat().panes().get(place)),
          REPLIES_MILLIS);
    }
    guide.picture("12-showcase");
    guide.press("layout.focus");
    for (int i = 0; i < SHOWCASE.size(); i++) {
      guide.press("pane.focus." + (i + 1));
      guide.press("reading.first");
      guide.picture("12-showcase-" + (i + 1));
    }
    guide.press("layout.columns");
    guide.press("find.open");
    guide.act(desk -> desk.reading().find().wordsProperty().set("tide"));
    guide.picture("12-found");
    guide.act(desk -> desk.reading().find().close());
  }

  private void manyPanes() throws Exception {
    askAll("Explain tides");
    guide.press("layout.grid");
    guide.picture("13-eight-panes-grid");
    guide.press("layout.columns");
    guide.picture("14-eight-panes-columns");
    scene.accept("15-palette");
    guide.press("palette.show");
    guide.picture("15-palette");
    guide.closeLayer();
  }

  private void whatChanged() throws Exception {
    askAll(TIDES);
    guide.press("diff.toggle");
    guide.await("the answers are compared", desk -> desk.diff().pageProperty().get() != null);
    guide.picture("16-what-changed");
    guide.press("diff.toggle");
  }

  private void blindVote() throws Exception {
    guide.press("vote.blind");
    askAll(TIDES);
    guide.await("there is something to vote on", desk -> desk.voting().model().isMasked());
    guide.picture("17-blind-vote");
    guide.act(desk -> desk.voting().model().prefer(0));
    guide.press("vote.reveal");
    guide.picture("18-revealed");
    guide.press("vote.blind");
    scene.accept("19-insights");
    guide.act(desk -> desk.shell().pageProperty().set(Page.INSIGHTS));
    guide.picture("19-insights");
    guide.act(desk -> desk.shell().pageProperty().set(Page.CHAT));
  }

  private void askAll(String prompt) throws Exception {
    guide.act(desk -> desk.composer().textProperty().set(prompt));
    guide.press("composer.send");
    guide.await(
        "every pane has answered",
        desk -> desk.chat().panes().stream().allMatch(ComparingLooks::isComplete),
        REPLIES_MILLIS);
  }

  private static boolean isComplete(PaneViewModel pane) {
    return !pane.turns().isEmpty()
        && pane.turns().getLast().reply().state() == ReplyState.COMPLETE
        && !pane.busyProperty().get();
  }
}
