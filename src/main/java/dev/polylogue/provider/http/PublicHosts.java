package dev.polylogue.provider.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import okhttp3.Dns;

/**
 * Names that lead out of here, and nowhere else: an answer must not make this program call a host
 * of the user's own network. Immutable.
 */
final class PublicHosts implements Dns {
  /** A name leads to this computer or its network. */
  static final class InsideException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    InsideException(String host) {
      super(host);
    }
  }

  private final Dns names;

  PublicHosts(Dns names) {
    this.names = names;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    List<InetAddress> found = names.lookup(hostname);
    if (found.stream().anyMatch(PublicHosts::isInside)) {
      throw new InsideException(hostname);
    }
    return found;
  }

  /** Whether an address is of this computer, of its network, or of nobody. */
  static boolean isInside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || switch (address) {
          case Inet4Address v4 -> isReserved(v4.getAddress());
          case Inet6Address v6 -> isReserved(v6);
          default -> true;
        };
  }

  /** 0/8, 100.64/10 of carriers, 192.0.0/24, 198.18/15 of benches, and 240/4. */
  private static boolean isReserved(byte[] v4) {
    int first = v4[0] & 0xFF;
    int second = v4[1] & 0xFF;
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && v4[2] == 0)
        || (first == 198 && (second == 18 || second == 19));
  }

  /** Unique local addresses, and those that carry an address of the older kind in them. */
  private static boolean isReserved(Inet6Address address) {
    byte[] bytes = address.getAddress();
    boolean local = (bytes[0] & 0xFE) == 0xFC;
    boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean compatible = address.isIPv4CompatibleAddress();
    return local
        || ((translated || compatible) && carries(bytes, 12))
        || (sixToFour && carries(bytes, 2));
  }

  private static boolean carries(byte[] v6, int at) {
    try {
      return isInside(InetAddress.getByAddress(Arrays.copyOfRange(v6, at, at + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
