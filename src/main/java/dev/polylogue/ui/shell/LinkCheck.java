package dev.polylogue.ui.shell;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides whether an address may leave the window at all (T03). Pure; any thread. */
final class LinkCheck {
  /**
   * A link that may be offered.
   *
   * @param address all ASCII, as it would be opened
   * @param target the host in its ASCII form, or the mail address
   */
  record Link(String address, String target) {}

  private static final Set<String> WEB = Set.of("http", "https");
  private static final int LONGEST = 8192;

  private LinkCheck() {}

  static Optional<Link> check(String address) {
    String text = address.strip();
    if (text.length() > LONGEST || text.chars().anyMatch(LinkCheck::isForbidden)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (scheme.equals("mailto")) {
        return mail(uri);
      }
      return WEB.contains(scheme) ? web(uri, scheme) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isForbidden(int c) {
    return Character.isISOControl(c)
        || Character.isWhitespace(c)
        || Character.getType(c) == Character.FORMAT
        || c == '\\';
  }

  private static Optional<Link> mail(URI uri) {
    String rest = uri.getRawSchemeSpecificPart();
    String to = rest.split("\\?", 2)[0];
    return to.indexOf('@') > 0 && !rest.startsWith("/")
        ? Optional.of(new Link(uri.toASCIIString(), to))
        : Optional.empty();
  }

  private static Optional<Link> web(URI uri, String scheme) {
    String authority = uri.getRawAuthority();
    if (authority == null || authority.indexOf('@') >= 0) {
      return Optional.empty();
    }
    int colon = authority.startsWith("[") ? -1 : authority.indexOf(':');
    String name = colon < 0 ? authority : authority.substring(0, colon);
    String port = colon < 0 ? "" : authority.substring(colon);
    if (!port.matches("(:\\d{0,5})?") || name.isEmpty() || name.indexOf('%') >= 0) {
      return Optional.empty();
    }
    String host = name.startsWith("[") ? name : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
    URI ascii = URI.create(scheme + "://" + host + port + path + query + fragment);
    return Optional.of(new Link(ascii.toASCIIString(), host + port));
  }
}
