package dev.polylogue.conversation;

import java.net.InetAddress;
import java.util.Locale;

/** Hosts that are this computer, by their names alone: nobody is asked where another name leads. */
public final class Loopback {
  private Loopback() {}

  /**
   * Whether a host is this computer: {@code localhost} and all that ends in it (RFC 6761), or an
   * address of its own written out, with or without brackets. {@code 127.0.0.1.example} is a name
   * like any other. Any thread.
   */
  public static boolean isIt(String host) {
    String asked = host.toLowerCase(Locale.ROOT);
    if (asked.equals("localhost") || asked.endsWith(".localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(asked.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
