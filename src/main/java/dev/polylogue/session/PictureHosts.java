package dev.polylogue.session;

import dev.polylogue.conversation.Loopback;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.settings.SettingsException;
import dev.polylogue.settings.SettingsStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hosts that pictures may go to. Before the first goes to one, the user is asked (T28). Not of
 * the sandbox, and of no other server on this computer either: a picture does not leave the machine
 * for those, and whoever runs one has set it up. Any thread.
 */
public final class PictureHosts {
  private final Providers providers;
  private final SettingsStore settings;

  PictureHosts(Providers providers, SettingsStore settings) {
    this.providers = providers;
    this.settings = settings;
  }

  /**
   * A host that no picture may go to yet.
   *
   * @param host with a port where it is an unusual one
   * @param providers the names of those that are spoken to there
   */
  public record Stranger(String host, List<String> providers) {}

  /** Those among the hosts of models. Never blocks. */
  public List<Stranger> strangers(Collection<ModelRef> models) {
    Map<String, List<String>> byHost = new LinkedHashMap<>();
    for (ModelRef model : models) {
      URI address = providers.find(model.provider()).map(ProviderSettings::baseUrl).orElse(null);
      if (address != null
          && !Loopback.isIt(String.valueOf(address.getHost()))
          && !settings.current().pictureHosts().contains(name(address))) {
        List<String> names = byHost.computeIfAbsent(name(address), host -> new ArrayList<>());
        if (!names.contains(model.provider())) {
          names.add(model.provider());
        }
      }
    }
    return byHost.entrySet().stream()
        .map(entry -> new Stranger(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** From now on pictures may go there. Blocks. */
  public void agree(Collection<Stranger> strangers) throws SettingsException {
    List<String> hosts = strangers.stream().map(Stranger::host).toList();
    settings.update(current -> current.withPictureHosts(hosts));
  }

  /** Host and, where it is an unusual one, port of an address; empty where it has none. */
  static String name(URI address) {
    if (address.getHost() == null) {
      return "";
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return address.getPort() < 0 ? host : host + ":" + address.getPort();
  }
}
