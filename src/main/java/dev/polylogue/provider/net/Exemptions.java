package dev.polylogue.provider.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The hosts to which no proxy leads, as {@code NO_PROXY} lists them: names with all that ends in
 * them, addresses, networks such as {@code 10.0.0.0/8}, each with or without a port, or {@code *}.
 */
record Exemptions(List<String> entries) {

  static Exemptions parse(@Nullable String written) {
    return new Exemptions(
        written == null || written.isBlank()
            ? List.of()
            : List.of(written.strip().toLowerCase(Locale.ROOT).split("[,\\s]+")));
  }

  boolean cover(String host, int port) {
    String asked = host.toLowerCase(Locale.ROOT);
    return entries.stream().anyMatch(entry -> covers(entry, asked, port));
  }

  private static boolean covers(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    if (entry.indexOf('/') > 0) {
      return isInside(entry, host);
    }
    String name = entry;
    int colon = entry.lastIndexOf(':');
    if (colon > 0 && colon == entry.indexOf(':')) {
      if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
        return false;
      }
      name = entry.substring(0, colon);
    }
    name = name.startsWith("*.") ? name.substring(2) : name.replaceFirst("^\\.", "");
    return host.equals(name) || (!name.isEmpty() && host.endsWith("." + name));
  }

  private static boolean isInside(String network, String host) {
    try {
      int slash = network.indexOf('/');
      byte[] base = InetAddress.ofLiteral(network.substring(0, slash)).getAddress();
      byte[] asked = InetAddress.ofLiteral(host).getAddress();
      int bits = Integer.parseInt(network.substring(slash + 1));
      if (base.length != asked.length || bits < 0 || bits > base.length * 8) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((base[bit / 8] & mask) != (asked[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
