package dev.polylogue.provider.azure;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whatever people copy from the portal, taken apart ({@code providers.md}, 9.2).
 *
 * @param kind what sort of host it is
 * @param host with its port when one was written
 * @param resource the first label of the host
 * @param cloud the end of the host, such as {@code azure.com}; {@code ""} for other kinds
 * @param path what stands before the parts that are Azure's own: a project, or the prefix of a
 *     gateway; {@code ""} or beginning with a slash
 * @param named what the pasted address itself said about the deployment and how to reach it
 */
public record AzureAddress(
    Kind kind, String host, String resource, String cloud, String path, Named named) {
  /** What sort of host. */
  public enum Kind {
    /** {@code RES.openai.azure.com} and the other hosts of a resource. */
    RESOURCE,
    /** {@code NAME.REGION.models.ai.azure.com}: one model, no deployments. */
    SERVERLESS,
    /** A gateway such as API Management, which may put any path before Azure's own. */
    GATEWAY
  }

  /**
   * What a pasted address says beside the host.
   *
   * @param surface the part of the path that names an API, such as {@code openai/v1}; {@code ""}
   *     when there is none
   * @param operation {@code chat/completions}, {@code responses}, {@code messages} or {@code ""}
   */
  public record Named(
      @Nullable String deployment, @Nullable String apiVersion, String surface, String operation) {}

  private static final Pattern RESOURCE =
      Pattern.compile(
          "([a-z0-9][a-z0-9-]*)\\.(openai|services\\.ai|cognitiveservices)\\.(azure\\.(?:com|us|cn))");
  private static final Pattern SERVERLESS =
      Pattern.compile("([a-z0-9][a-z0-9-]*)\\..*(?:models|inference)\\.ai\\.azure\\.com");
  private static final Pattern PROJECT = Pattern.compile("^(/api/projects/[^/]+)(/.*)?$");
  private static final Pattern SURFACE =
      Pattern.compile(
          "^(.*?)/?(openai/deployments/([^/]+)|openai/v1|openai|models|anthropic/v1|anthropic|v1)?"
              + "(?:/(chat/completions|responses|messages|completions|embeddings|images/.*))?$");
  private static final Set<String> CHAT = Set.of("chat/completions", "responses", "messages");

  /**
   * Takes an address apart.
   *
   * @throws IllegalArgumentException with a sentence for the user when it is none
   */
  public static AzureAddress parse(String pasted) {
    URI uri = address(pasted);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String authority = uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : stripped(uri.getRawPath());
    Matcher resource = RESOURCE.matcher(host);
    if (resource.matches()) {
      Matcher project = PROJECT.matcher(path);
      boolean inProject = project.matches();
      String rest = !inProject ? path : project.group(2) == null ? "" : project.group(2);
      return new AzureAddress(
          Kind.RESOURCE,
          authority,
          resource.group(1),
          resource.group(3),
          inProject ? project.group(1) : "",
          named(rest, uri));
    }
    Matcher serverless = SERVERLESS.matcher(host);
    if (serverless.matches()) {
      return new AzureAddress(
          Kind.SERVERLESS, authority, serverless.group(1), "", "", named(path, uri));
    }
    Matcher surface = SURFACE.matcher(path);
    String prefix = surface.matches() ? surface.group(1) : path;
    String first = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
    return new AzureAddress(Kind.GATEWAY, authority, first, "", prefix, named(path, uri));
  }

  private static URI address(String pasted) {
    String text = pasted.strip().replaceAll("^[\"'<]+|[\"'>,;]+$", "");
    String whole = text.contains("://") ? text : "https://" + text;
    try {
      URI uri = URI.create(whole);
      if (uri.getHost() != null && uri.getHost().contains(".") && "https".equals(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "\"%s\" is not an address of Azure. Copy the target URI or the endpoint from the portal, such as https://RESOURCE.openai.azure.com/."
            .formatted(pasted.strip()));
  }

  private static Named named(String path, URI uri) {
    Matcher parts = SURFACE.matcher(path);
    String version = query(uri, "api-version");
    if (!parts.matches()) {
      return new Named(null, version, "", "");
    }
    String surface = parts.group(2) == null ? "" : parts.group(2);
    String operation = parts.group(4) == null ? "" : parts.group(4);
    return new Named(parts.group(3), version, surface, CHAT.contains(operation) ? operation : "");
  }

  private static @Nullable String query(URI uri, String name) {
    String query = uri.getRawQuery();
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=") && pair.length() > name.length() + 1) {
        return pair.substring(name.length() + 1);
      }
    }
    return null;
  }

  private static String stripped(String path) {
    return path.replaceAll("/+$", "");
  }
}
