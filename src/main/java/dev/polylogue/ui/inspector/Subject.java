package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.run.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What the inspector looks at.
 *
 * @param model of the pane
 * @param parameters of the pane, as they stand now
 * @param reply the one looked at, or null before there is any
 * @param live whether it is still being made, so that its exchange is not stored yet
 */
public record Subject(
    ModelRef model, Parameters parameters, @Nullable Snapshot reply, boolean live) {}
