package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Thinking;
import dev.polylogue.ui.Bench;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaneSettingsViewModelTest {
  private static final ModelRef REF = new ModelRef("xai", "grok-4.3");

  private final PaneSettingsViewModel model =
      new PaneSettingsViewModel(Parameters.NONE, advice(ModelFacts.UNKNOWN));

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
    assertThat(model.parameters().number(Setting.TEMPERATURE)).contains(0.7);
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
}
