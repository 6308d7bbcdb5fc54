package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;

/**
 * That the source is put back outside the mask.
 *
 * @param mask feathered already
 */
public record Keeping(Blob source, Blob mask) {}
