package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ExtraFields;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.ExtraJson;
import dev.polylogue.ui.Bench;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaneSettingsViewModelTest {
  private static final ModelRef REF = new ModelRef("xai", "grok-4.3");

  private final PaneSettingsViewModel model =
      new PaneSettingsViewModel(Parameters.NONE, advice(ModelFacts.UNKNOWN), ExtraFields.ANY);

  private static SettingAdvice advice(ModelFacts facts) {
    return new SettingAdvice(ModelCard.named(REF).with(facts), Bench.TEXTS);
  }

  private static ModelFacts known(@Nullable Thinking thinking, Capability... capabilities) {
    return new ModelFacts(
        true, Set.of(capabilities), new ModelFacts.Limits(null, 8_192L), thinking, null, null);
  }

  @Test
  void aValueThatDoesNotFitIsSaidAndNotTaken() {
    model.textProperty(Setting.TEMPERATURE).set("0.7");
    model.textProperty(Setting.TEMPERATURE).set("hot");
    assertThat(model.errorProperty(Setting.TEMPERATURE).get()).contains("from 0 to 2");
    assertThat(model.parameters().number(Setting.TEMPERATURE)).isEmpty();
  }

  @Test
  void noBeginningOfWhatCannotBeTakenTakesThePlaceOfWhatWasStored() {
    Parameters stored = Parameters.NONE.with(Setting.SEED, "7").with(Setting.EXTRA, "{\"b\":2}");
    PaneSettingsViewModel edited =
        new PaneSettingsViewModel(stored, advice(ModelFacts.UNKNOWN), new ExtraJson());
    for (String typed : new String[] {"9", "99", "999999999999999999", "99999999999999999999"}) {
      edited.textProperty(Setting.SEED).set(typed);
    }
    edited.textProperty(Setting.EXTRA).set("{\"a\":1}");
    edited.textProperty(Setting.EXTRA).set("{\"a\":1} junk");
    assertThat(edited.wrong()).containsOnlyKeys(Setting.SEED, Setting.EXTRA);
    assertThat(edited.parameters()).isEqualTo(stored);
  }

  @Test
  void anEmptyFieldLeavesTheSettingToTheProvider() {
    model.textProperty(Setting.MAX_TOKENS).set("100");
    model.textProperty(Setting.MAX_TOKENS).set("");
    assertThat(model.parameters()).isEqualTo(Parameters.NONE);
  }

  @Test
  void everyLevelOfReasoningIsOneThatIsKnown() {
    for (String level : PaneSettingsViewModel.LEVELS) {
      model.textProperty(Setting.REASONING_EFFORT).set(level);
      assertThat(model.errorProperty(Setting.REASONING_EFFORT).get()).isEmpty();
      assertThat(model.parameters().text(Setting.REASONING_EFFORT).orElse("")).isEqualTo(level);
    }
  }

  @Test
  void theSwitchSetsTheSearchAndTakesItAwayAgain() {
    model.searchProperty().set(true);
    assertThat(model.parameters().isOn(Setting.WEB_SEARCH)).isTrue();
    model.searchProperty().set(false);
    assertThat(model.parameters()).isEqualTo(Parameters.NONE);
  }

  @Test
  void whereNothingIsKnownNothingIsHeldBack() {
    for (Setting setting : Setting.values()) {
      assertThat(model.advice().against(setting)).isEmpty();
    }
    assertThat(model.advice().instead("max")).isEmpty();
  }

  @Test
  void whatAModelIsKnownNotToTakeHasItsReason() {
    SettingAdvice advice = advice(known(null, Capability.SYSTEM));
    assertThat(advice.against(Setting.WEB_SEARCH)).contains("grok-4.3", "search");
    assertThat(advice.against(Setting.REASONING_EFFORT)).contains("does not reason");
    assertThat(advice.against(Setting.TEMPERATURE)).isNotEmpty();
    assertThat(advice.against(Setting.SYSTEM)).isEmpty();
    assertThat(advice.against(Setting.MAX_TOKENS)).isEmpty();
    assertThat(advice.mostTokens()).isEqualTo("at most 8,192");
  }

  @Test
  void aLevelThatTheModelDoesNotTakeSaysWhatIsSentInstead() {
    Thinking thinking = new Thinking("effort", List.of("low", "high"), List.of());
    SettingAdvice advice = advice(known(thinking, Capability.REASONING));
    assertThat(advice.instead("max")).contains("“Maximum”", "“High”");
    assertThat(advice.instead("high")).isEmpty();
    assertThat(advice.instead("")).isEmpty();
    assertThat(advice.against(Setting.REASONING_EFFORT)).isEmpty();
  }

  @Test
  void reasoningThatCannotBeSetIsSaid() {
    Thinking fixed = new Thinking("effort", List.of(), List.of());
    assertThat(advice(known(fixed, Capability.REASONING)).against(Setting.REASONING_EFFORT))
        .contains("can’t be set");
  }

  @Test
  void whatCannotBeTakenIsKeptAndComesBack() {
    model.textProperty(Setting.TEMPERATURE).set("hot");
    model.textProperty(Setting.SEED).set("7");
    assertThat(model.wrong()).containsExactly(Map.entry(Setting.TEMPERATURE, "hot"));
    assertThat(model.summaryProperty().get()).contains("Temperature (not taken as typed)");

    PaneSettingsViewModel again =
        new PaneSettingsViewModel(model.parameters(), advice(ModelFacts.UNKNOWN), ExtraFields.ANY);
    again.resume(model.wrong());
    assertThat(again.textProperty(Setting.TEMPERATURE).get()).isEqualTo("hot");
    assertThat(again.errorProperty(Setting.TEMPERATURE).get()).contains("from 0 to 2");
    assertThat(again.parameters().whole(Setting.SEED)).contains(7L);
  }

  @Test
  void extraJsonThatCannotBeReadIsNotTaken() {
    PaneSettingsViewModel strict =
        new PaneSettingsViewModel(Parameters.NONE, advice(ModelFacts.UNKNOWN), new ExtraJson());
    strict.textProperty(Setting.EXTRA).set("{\"top_k\":4");
    assertThat(strict.errorProperty(Setting.EXTRA).get()).contains("JSON object");
    strict.textProperty(Setting.EXTRA).set("{\"top_k\":}");
    assertThat(strict.errorProperty(Setting.EXTRA).get()).contains("line 1, column 10");
    assertThat(strict.parameters()).isEqualTo(Parameters.NONE);

    strict.textProperty(Setting.SEED).set("7");
    strict.textProperty(Setting.EXTRA).set("{\"seed\":8,\"model\":\"x\"}");
    assertThat(strict.errorProperty(Setting.EXTRA).get()).isEmpty();
    assertThat(strict.noteProperty(Setting.EXTRA).get()).contains("model", "Seed");
  }

  @Test
  void theSummaryTellsWhatDiffersAndWhatIsNotSent() {
    PaneSettingsViewModel known =
        new PaneSettingsViewModel(
            Parameters.NONE.with(Setting.TEMPERATURE, "0.7").with(Setting.MAX_TOKENS, "9000"),
            advice(known(null, Capability.SYSTEM)),
            ExtraFields.ANY);
    assertThat(known.summaryProperty().get())
        .contains("Temperature 0.7 (not sent)", "Max tokens 9,000");
    assertThat(known.noteProperty(Setting.MAX_TOKENS).get()).contains("8,192");
    known.resetAll();
    assertThat(known.parameters()).isEqualTo(Parameters.NONE);
    assertThat(known.anyProperty().get()).isFalse();
  }

  @Test
  void resettingTakesTheSearchAwayToo() {
    model.searchProperty().set(true);
    model.resetAll();
    assertThat(model.searchProperty().get()).isFalse();
    assertThat(model.parameters()).isEqualTo(Parameters.NONE);
  }

  @Test
  void severalStopSequencesAreShownAsTheyAreSent() {
    model.textProperty(Setting.STOP).set("###\nEND\\n");
    assertThat(model.noteProperty(Setting.STOP).get()).contains("2 sequences", "“###”, “END⏎”");
    model.textProperty(Setting.STOP).set("###");
    assertThat(model.noteProperty(Setting.STOP).get()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_RESPONSES, STOP, no stop sequences",
    "OPENAI_RESPONSES, SEED, no seed",
    "ANTHROPIC, SEED, no seed",
    "OPENAI_CHAT, STOP, ''",
    "GEMINI, SEED, ''"
  })
  void whatAProtocolLacksIsGreyedWhateverTheModel(
      Protocol protocol, Setting setting, String reason) {
    String against = at(protocol, ModelFacts.UNKNOWN).against(setting);
    assertThat(against).contains(reason);
    assertThat(against.isEmpty()).isEqualTo(reason.isEmpty());
  }

  @Test
  void whatIsSentOtherwiseIsSaid() {
    Thinking budget = new Thinking("budget", List.of("none", "high"), List.of(0, 1024));
    SettingAdvice claude = at(Protocol.ANTHROPIC, known(budget, Capability.values()));
    Parameters warm = Parameters.NONE.with(Setting.TEMPERATURE, "1.5");
    assertThat(claude.note(Setting.TEMPERATURE, warm)).contains("sent as 1");
    assertThat(claude.note(Setting.TEMPERATURE, warm.with(Setting.REASONING_EFFORT, "high")))
        .contains("while it reasons");
    assertThat(claude.highest(Setting.TEMPERATURE)).isEqualTo(1);
    assertThat(claude.note(Setting.TOP_P, warm.with(Setting.TOP_P, "0.5"))).contains("one of");
    SettingAdvice chat = at(Protocol.OPENAI_CHAT, known(null, Capability.STOP));
    assertThat(chat.against(Setting.SYSTEM)).isEmpty();
    assertThat(chat.note(Setting.SYSTEM, Parameters.NONE)).contains("in front of");
    assertThat(at(Protocol.GEMINI, known(null, Capability.STOP)).against(Setting.SYSTEM))
        .contains("not sent");
  }

  private static SettingAdvice at(Protocol protocol, ModelFacts facts) {
    ProviderSettings provider =
        new ProviderSettings(
            "xai", protocol, URI.create("https://host.example"), KeyPlace.NONE, Map.of(), Map.of());
    return new SettingAdvice(ModelCard.named(REF).with(facts), provider, Bench.TEXTS);
  }
}
