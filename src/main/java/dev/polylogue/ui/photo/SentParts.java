package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.media.FileSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads out of a recorded request which pictures were in it. Any thread. */
final class SentParts {
  /** As requests are recorded: a note in the place of the bytes of a picture. */
  private static final Pattern NOTE =
      Pattern.compile("\\[(image/\\w+), (\\d+) bytes(?:, SHA-256 ([0-9a-f]{64}))?\\]");

  private static final int SHORT = 12;

  private SentParts() {}

  /** A line each: {@code PNG 3.1 MB · a1b2c3…}. */
  static List<String> of(Exchange exchange) {
    List<String> lines = new ArrayList<>();
    Matcher note = NOTE.matcher(exchange.request().body().text());
    while (note.find()) {
      String type = note.group(1).substring("image/".length()).toUpperCase(Locale.ROOT);
      String line = type + " " + FileSize.words(Long.parseLong(note.group(2)));
      String sha = note.group(3);
      lines.add(
          sha == null ? line : line + " \u00B7 SHA-256 " + sha.substring(0, SHORT) + "\u2026");
    }
    return lines;
  }
}
