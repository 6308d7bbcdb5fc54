package dev.polylogue.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class PaletteTest {
  private final List<String> done = new ArrayList<>();
  private final SimpleBooleanProperty live = new SimpleBooleanProperty(false);
  private final Commands commands =
      new Commands()
          .add(command("new", "Comparison", "New comparison", new SimpleBooleanProperty(true)))
          .add(command("stop", "Prompt", "Stop all", live))
          .add(command("next", "Panes", "Next pane", new SimpleBooleanProperty(true)))
          .add(command("add", "Panes", "Ajouter un modèle", new SimpleBooleanProperty(true)));
  private final PaletteViewModel palette = new PaletteViewModel(commands);

  private Command command(String id, String group, String text, SimpleBooleanProperty enabled) {
    return new Command(id, group, new Command.Wording(text), null, () -> done.add(id), enabled);
  }

  private List<String> found() {
    return palette.hits().stream().map(hit -> hit.command().id()).toList();
  }

  @Test
  void lettersThatBeginWordsFindFirst() {
    palette.queryProperty().set("np");
    assertThat(found()).startsWith("next");
    assertThat(palette.hits().getFirst().marks()).containsExactly(0, 5);

    palette.queryProperty().set("new c");
    assertThat(found()).containsExactly("new");
  }

  @Test
  void accentsAndCapitalsPlayNoPart() {
    palette.queryProperty().set("MODELE");
    assertThat(found()).containsExactly("add");
  }

  @Test
  void theNameOfAGroupFindsWhatIsInIt() {
    palette.queryProperty().set("panes");
    assertThat(found()).startsWith("next", "add").doesNotContain("stop");
  }

  @Test
  void whatCanNotBeDoneNowStandsLastAndDoesNothing() {
    palette.queryProperty().set("");
    assertThat(found()).endsWith("stop");
    palette.selectedProperty().set(found().size() - 1);

    palette.run(() -> {});
    assertThat(done).isEmpty();

    live.set(true);
    palette.run(() -> done.add("hidden"));
    assertThat(done).containsExactly("hidden", "stop");
  }

  @Test
  void withNothingTypedWhatWasUsedLastComesFirst() {
    palette.queryProperty().set("next");
    palette.run(() -> {});

    palette.queryProperty().set("");
    assertThat(found()).startsWith("next");
  }

  @Test
  void theArrowsGoAround() {
    palette.step(-1);
    assertThat(palette.selectedProperty().get()).isEqualTo(palette.hits().size() - 1);
    palette.step(1);
    assertThat(palette.selectedProperty().get()).isZero();

    palette.queryProperty().set("zzzz");
    assertThat(palette.selectedProperty().get()).isEqualTo(-1);
    palette.run(() -> {});
    assertThat(done).isEmpty();
  }

  @Test
  void lettersThatOnlyStandSomewhereInTheirOrderAreNoMatch() {
    commands.add(
        command(
            "sync",
            "Panes",
            "Let prompts to all reach or pass by the focused pane",
            new SimpleBooleanProperty(true)));

    palette.queryProperty().set("altern");
    assertThat(found()).isEmpty();
    palette.queryProperty().set("lpt");
    assertThat(found()).containsExactly("sync");
    palette.queryProperty().set("cmprsn");
    assertThat(found()).containsExactly("new");
  }

  @Test
  void aCommandIsFoundByOtherWordsForItBelowThoseThatAreCalledThat() {
    commands.add(
        new Command(
            "again",
            "Panes",
            new Command.Wording("Have it answer again", "regenerate retry", ""),
            null,
            () -> {},
            new SimpleBooleanProperty(true)));
    commands.add(command("retry", "Panes", "Retry the failed", new SimpleBooleanProperty(true)));

    palette.queryProperty().set("regen");
    assertThat(found()).containsExactly("again");
    palette.queryProperty().set("retry");
    assertThat(found()).containsExactly("retry", "again");
    palette.queryProperty().set("again retry");
    assertThat(found()).containsExactly("again");
  }

  @Test
  void whatCanNotBeDoneNowStandsBehindWhatCanAndIsNeverChosenUnasked() {
    commands.add(command("strip", "Prompt", "Strip and open", new SimpleBooleanProperty(true)));

    palette.queryProperty().set("stop");
    assertThat(found()).containsExactly("strip", "stop");
    assertThat(palette.selectedProperty().get()).isZero();

    palette.queryProperty().set("stop all");
    assertThat(found()).containsExactly("stop");
    assertThat(palette.selectedProperty().get()).isEqualTo(-1);
    palette.step(-1);
    assertThat(palette.selectedProperty().get()).isZero();
  }
}
