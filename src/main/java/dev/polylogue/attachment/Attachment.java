package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;

/**
 * A picture or file in the form in which it is kept and sent.
 *
 * @param mediaType {@code image/png}, {@code image/jpeg}, {@code application/pdf}, or {@code
 *     text/plain} in UTF-8 without a byte order mark
 * @param name fit to be shown and to be a file name
 */
public record Attachment(Bytes bytes, String mediaType, String name) {}
