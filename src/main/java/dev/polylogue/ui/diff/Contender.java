package dev.polylogue.ui.diff;

import java.util.UUID;

/**
 * An answer that can be compared.
 *
 * @param name what its pane is called on screen
 * @param text as the model wrote it
 * @param live whether more may still come
 */
public record Contender(UUID reply, String name, String text, boolean live) {}
