package dev.polylogue.catalog;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.Capability;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds at a host for every model.
 *
 * @param addresses names of its host; one with a leading dot holds for all that end so
 * @param search what it takes to search the web there
 * @param style in place of the model's own, see {@link dev.polylogue.provider.Thinking}; or null
 * @param adds what it can do for every model
 * @param makers what it puts before the name of a model, by maker; empty where it puts nothing
 * @param lists whether the catalogue lists models for it
 */
record Host(
    List<String> addresses,
    Search search,
    @Nullable String style,
    Set<Capability> adds,
    Map<String, String> makers,
    boolean lists) {

  /**
   * @param protocols on which it searches
   * @param price of a thousand, or null when unknown
   */
  record Search(Set<Protocol> protocols, @Nullable BigDecimal price) {}

  boolean isAt(URI address) {
    return isAmong(addresses, address);
  }

  static boolean isAmong(List<String> names, URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return names.stream()
        .anyMatch(name -> name.startsWith(".") ? host.endsWith(name) : host.equals(name));
  }
}
