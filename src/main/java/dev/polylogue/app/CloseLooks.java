package dev.polylogue.app;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.chat.PaneViewModel;
import java.util.function.Consumer;

/** The part of the tour that looks closely: what is set, what was sent, what went wrong. */
final class CloseLooks {
  private static final String REFUSING = "scribe?fault=429";

  private final Guide guide;

  CloseLooks(Guide guide) {
    this.guide = guide;
  }

  /**
   * @param scene is told the name of each scene before it begins
   */
  void run(Consumer<String> scene) throws Exception {
    scene.accept("09-pane-settings");
    settings();
    scene.accept("10-inspector");
    inspector();
    scene.accept("11-refused");
    refused();
  }

  private void settings() throws Exception {
    guide.act(
        desk -> {
          Parameters set =
              Parameters.NONE
                  .with(Setting.SYSTEM, "Answer in one short paragraph, in plain words.")
                  .with(Setting.MAX_TOKENS, "800")
                  .with(Setting.STOP, "###\nTHE END")
                  .with(Setting.EXTRA, "{\"top_k\": 40}");
          desk.chat().panes().forEach(pane -> desk.chat().change(pane, pane.model(), set));
        });
    guide.await(
        "every pane is set",
        desk ->
            desk.chat().panes().stream()
                .noneMatch(pane -> pane.parametersProperty().get().equals(Parameters.NONE)));
    guide.openPaneSettings();
    guide.picture("09-pane-settings");
    guide.closeLayer();
    guide.act(
        desk -> {
          PaneViewModel pane = desk.chat().panes().getFirst();
          desk.presets().save("Plain words", pane);
          desk.presets().save("One short paragraph", pane);
        });
    guide.press("preset.apply");
    guide.picture("09-presets");
    guide.closeLayer();
  }

  private void inspector() throws Exception {
    guide.act(desk -> desk.inspector().openProperty().set(true));
    guide.await("an exchange is shown", desk -> !desk.inspector().exchanges().isEmpty());
    guide.inspect(0);
    guide.picture("10-inspector-settings");
    guide.inspect(1);
    guide.picture("10-inspector-timeline");
    guide.inspect(2);
    guide.picture("10-inspector-exchange");
  }

  /** A provider that asks to wait: the pane counts down, or says why it gave up. */
  private void refused() throws Exception {
    guide.act(
        desk -> {
          PaneViewModel first = desk.chat().panes().getFirst();
          ModelRef model = new ModelRef(first.model().provider(), REFUSING);
          desk.chat().change(first, model, Parameters.NONE);
          desk.chat().focus(first);
        });
    guide.await(
        "the pane has a model that refuses",
        desk -> desk.chat().panes().getFirst().model().model().equals(REFUSING));
    guide.act(desk -> desk.composer().textProperty().set("And at new moon?"));
    guide.press("composer.sendCurrent");
    guide.await("the pane was refused", desk -> isRefused(desk.chat().panes().getFirst()));
    guide.picture("11-refused");
    guide.act(desk -> desk.chat().stopAll());
    guide.await("nothing is live", desk -> !desk.chat().liveProperty().get());
    guide.act(desk -> desk.inspector().openProperty().set(false));
  }

  private static boolean isRefused(PaneViewModel pane) {
    Snapshot last = pane.turns().getLast().reply();
    return last.retry() != null || last.state() == ReplyState.FAILED;
  }
}
