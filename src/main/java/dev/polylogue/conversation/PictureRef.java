package dev.polylogue.conversation;

import java.util.UUID;

/**
 * A result of an edit.
 *
 * @param index which picture of the reply, from 0
 */
public record PictureRef(UUID reply, int index) {}
