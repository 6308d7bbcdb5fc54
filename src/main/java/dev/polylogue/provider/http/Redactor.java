package dev.polylogue.provider.http;

import dev.polylogue.conversation.ProviderSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.StringNode;

/**
 * Takes the keys that a call used out of every string that leaves it: a host may echo them in an
 * error (T14). Any thread.
 */
public final class Redactor {
  static final String REMOVED = "[key removed]";

  /** What is shorter stands in innocent words too. */
  private static final int SHORTEST = 6;

  private final List<String> secrets = new CopyOnWriteArrayList<>();

  /** The secret as it is, and as it looks inside JSON and in an address. */
  void hide(String secret) {
    String quoted = new String(Json.bytes(StringNode.valueOf(secret)), StandardCharsets.UTF_8);
    List<String> shapes =
        List.of(
            secret,
            quoted.substring(1, quoted.length() - 1),
            URLEncoder.encode(secret, StandardCharsets.UTF_8),
            URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
    shapes.stream().filter(shape -> !secrets.contains(shape)).forEach(secrets::add);
  }

  /** Hides what such a header carries, with and without a word such as {@code Bearer} before it. */
  void hideHeader(String name, String value) {
    if (ProviderSettings.isSecret(name)) {
      String bare = value.substring(value.lastIndexOf(' ') + 1);
      for (String part : List.of(value, bare)) {
        if (part.length() >= SHORTEST) {
          hide(part);
        }
      }
    }
  }

  /** Whether the call carried a key at all. */
  boolean hidesAny() {
    return !secrets.isEmpty();
  }

  boolean isNeeded(String text) {
    return secrets.stream().anyMatch(text::contains);
  }

  public String clean(String text) {
    String cleaned = text;
    for (String secret : secrets) {
      cleaned = cleaned.replace(secret, REMOVED);
    }
    return cleaned;
  }
}
