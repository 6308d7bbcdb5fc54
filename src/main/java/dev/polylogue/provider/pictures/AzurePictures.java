package dev.polylogue.provider.pictures;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ModelName;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.WireRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a deployment on Azure is spoken to, by the model behind it: as the option {@code
 * underlying.NAME} says, else as its name does, else as GPT Image ({@code providers.md}, 11.3).
 * Everything goes to the host of the provider, to which its key belongs.
 */
final class AzurePictures {
  private static final Pattern SURFACE =
      Pattern.compile("/(openai(/.*)?|models|v1|anthropic(/.*)?|mai/v1|providers(/.*)?)/?$");
  private static final String API_VERSION = "api-version";
  private static final String PREVIEW = "preview";

  /** The first version in which a deployment edits. */
  private static final String CLASSIC_EDITS = "2025-04-01-preview";

  private final ProviderSettings settings;

  AzurePictures(ProviderSettings settings) {
    this.settings = settings;
  }

  /** The provider at the root of its resource, behind which each dialect has a path of its own. */
  ProviderSettings root() {
    Map<String, String> options = new LinkedHashMap<>(settings.options());
    options.remove(API_VERSION);
    return settings.at(settings.protocol(), URI.create(base().replaceAll("/$", "")), options);
  }

  private String base() {
    return SURFACE.matcher(address()).replaceFirst("");
  }

  private String address() {
    return settings.baseUrl().toString().replaceAll("/+$", "");
  }

  WireRequest write(PictureAsk ask) {
    String deployment = ask.request().model();
    String model =
        ModelName.plain(settings.options().getOrDefault("underlying." + deployment, deployment));
    if (ModelName.has(model, "mai-image")) {
      return MaiWriter.write(ask, new Place("mai/v1/", Map.of(), true, -1));
    }
    if (!model.contains("flux")) {
      return new OpenAiWriter(ask, gptImage(deployment)).write();
    }
    if (model.contains("kontext") && !ask.sources().isEmpty()) {
      ask.onlyOne();
      return new OpenAiWriter(ask, new Place(deployed(deployment), version(PREVIEW), false, -1))
          .write();
    }
    Place place = new Place("providers/blackforestlabs/v1/", version(PREVIEW), true, -1);
    return FluxWriter.write(ask, place, fluxPath(model));
  }

  /** {@code FLUX.2-pro} is {@code flux-2-pro}, and FLUX 1 is named without its number at times. */
  private static String fluxPath(String model) {
    String bare = model.substring(model.indexOf("flux"));
    return bare.replaceFirst("^flux-1-kontext", "flux-kontext")
        .replaceFirst("^flux-1-1-pro|^flux-pro-1-1", "flux-pro-1.1");
  }

  private Place gptImage(String deployment) {
    String path = address().toLowerCase(Locale.ROOT);
    if (path.contains("/openai/deployments/")) {
      String classic = address().substring(base().length() + 1) + "/";
      return new Place(classic, version(CLASSIC_EDITS), false, -1);
    }
    if (path.endsWith("/openai")) {
      return new Place(deployed(deployment), version(CLASSIC_EDITS), false, -1);
    }
    return new Place("openai/v1/", version(PREVIEW), true, -1);
  }

  private static String deployed(String deployment) {
    String name = URLEncoder.encode(deployment, StandardCharsets.UTF_8).replace("+", "%20");
    return "openai/deployments/" + name + "/";
  }

  /**
   * The version for pictures that the user set, or that of the provider where it is one that knows
   * pictures: a version from before them is meant for chats.
   */
  private Map<String, String> version(String usual) {
    String own = settings.options().get("pictures-api-version");
    String general = settings.options().getOrDefault(API_VERSION, "");
    boolean recent = general.compareTo(CLASSIC_EDITS) >= 0;
    return Map.of(API_VERSION, own != null ? own : recent ? general : usual);
  }
}
