package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.ChatViewModel;
import javafx.beans.binding.BooleanBinding;

/** What is set for the current pane: its settings, and the presets to start from. */
final class PresetCommands {
  /** What only the views can do. */
  interface Views {
    void openPaneSettings();

    /**
     * @param toSave whether the name of a new preset is asked for
     */
    void openPresets(boolean toSave);
  }

  private PresetCommands() {}

  static void add(CommandGroup group, ChatViewModel chat, Views views) {
    BooleanBinding any = chat.currentProperty().isNotNull();
    group.add("pane.settings", "command.paneSettings", null, views::openPaneSettings, any);
    group.add("preset.apply", "command.applyPreset", null, () -> views.openPresets(false), any);
    group.add("preset.save", "command.savePreset", null, () -> views.openPresets(true), any);
  }
}
