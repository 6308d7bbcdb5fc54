package dev.polylogue.ui.chat;

import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import java.util.function.Consumer;

/**
 * What every pane needs beside its view model.
 *
 * @param sandbox the id of the provider that runs inside the program
 * @param openLink takes the address of a link that was clicked
 */
public record ChatTools(
    Texts texts,
    Layer layer,
    Background background,
    ModelChooserViewModel models,
    String sandbox,
    Consumer<String> openLink) {}
