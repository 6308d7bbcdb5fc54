package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import org.junit.jupiter.api.Test;

class PaneSettingsViewModelTest {
  private final PaneSettingsViewModel model = new PaneSettingsViewModel(Parameters.NONE);

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
  void everyEffortOfferedIsOneThatIsKnown() {
    for (String effort : PaneSettingsViewModel.EFFORTS) {
      model.textProperty(Setting.REASONING_EFFORT).set(effort);
      assertThat(model.errorProperty(Setting.REASONING_EFFORT).get()).isEmpty();
    }
  }
}
