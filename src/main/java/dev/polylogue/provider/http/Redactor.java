package dev.polylogue.provider.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes the keys that a call used out of every string that leaves it: a host may echo them in an
 * error (T14). Any thread.
 */
public final class Redactor {
  private final List<String> secrets = new CopyOnWriteArrayList<>();

  void hide(String secret) {
    secrets.add(secret);
  }

  public String clean(String text) {
    String cleaned = text;
    for (String secret : secrets) {
      cleaned = cleaned.replace(secret, "[key removed]");
    }
    return cleaned;
  }
}
