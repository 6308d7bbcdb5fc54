package dev.polylogue.session;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.provider.azure.AzureAddress;
import dev.polylogue.provider.azure.PinnedRoutes;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.provider.azure.Routes;
import dev.polylogue.settings.SettingsException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a deployment on Azure wants to be spoken to: takes apart whatever was copied from
 * the portal, lists the routes, tries them when asked to, and pins the one that works. Only {@link
 * #attempt} touches the network.
 */
public final class AzureDoctor {
  private static final String OUTPUT_LIMIT = "output-limit";

  /** The route is right: the answer only has to wait, or the words of the trial did not please. */
  private static final Set<FailureKind> REACHED =
      EnumSet.of(
          FailureKind.RATE_LIMIT,
          FailureKind.OVERLOADED,
          FailureKind.QUOTA,
          FailureKind.CONTENT_FILTER);

  private final ProviderFactory factory;
  private final Providers providers;

  public AzureDoctor(ProviderFactory factory, Providers providers) {
    this.factory = factory;
    this.providers = providers;
  }

  /**
   * What an address turned out to be.
   *
   * @param deployment named by the user or the address, or null when a route can't be tried yet
   * @param routes worth trying, the likeliest first
   */
  public record Diagnosis(AzureAddress address, @Nullable String deployment, List<Route> routes) {}

  /**
   * What came of one trial.
   *
   * @param provider settings by which the route was tried; to be pinned when it works
   * @param reportedModel what the deployment says it is, or null
   * @param failure null when it answered
   */
  public record Finding(
      Route route,
      ProviderSettings provider,
      @Nullable String reportedModel,
      @Nullable Failure failure) {
    /** Whether this is the way, even if the provider is busy right now. */
    public boolean works() {
      return failure == null || REACHED.contains(failure.kind());
    }

    /** Whether trying other routes of the same host is in vain. */
    public boolean isKeyRefused() {
      return failure != null && failure.kind() == FailureKind.AUTH;
    }
  }

  /**
   * Takes an address apart. Contacts nobody.
   *
   * @param deployment as the user named it, or null when it stands in the address or is not known
   * @throws IllegalArgumentException with a sentence for the user when it is no such address
   */
  public Diagnosis look(String pasted, @Nullable String deployment) {
    AzureAddress address = AzureAddress.parse(pasted);
    String named = deployment == null || deployment.isBlank() ? null : deployment.strip();
    return new Diagnosis(
        address, named == null ? address.named().deployment() : named, Routes.of(address, named));
  }

  /**
   * Sends one call that asks for a single token (16 by Responses, which takes no less). Blocks. A
   * deployment that wants its limit under the other name costs a second call.
   *
   * @param like name, key variable, headers and options of the provider to be
   */
  public Finding attempt(ProviderSettings like, Route route, String deployment, KeySource key) {
    Finding first = call(route.on(like), route, deployment, key);
    Failure failure = first.failure();
    boolean misnamed =
        failure != null
            && failure.kind() == FailureKind.BAD_REQUEST
            && route.protocol() == Protocol.OPENAI_CHAT
            && failure.message().contains("max_");
    return misnamed ? call(withOtherLimit(first.provider()), route, deployment, key) : first;
  }

  private static ProviderSettings withOtherLimit(ProviderSettings provider) {
    Map<String, String> options = new LinkedHashMap<>(provider.options());
    boolean completion = "max_completion_tokens".equals(options.get(OUTPUT_LIMIT));
    options.put(OUTPUT_LIMIT, completion ? "max_tokens" : "max_completion_tokens");
    return provider.at(provider.protocol(), provider.baseUrl(), options);
  }

  private Finding call(ProviderSettings by, Route route, String deployment, KeySource key) {
    String limit = route.protocol() == Protocol.OPENAI_RESPONSES ? "16" : "1";
    ChatRequest request =
        new ChatRequest(
            ModelCard.named(new ModelRef(by.id(), deployment)),
            Parameters.NONE.with(Setting.MAX_TOKENS, limit),
            List.of(Message.user("Hi")),
            Blobs.NONE);
    String reported = null;
    try (ChatStream stream = factory.create(by, key).chat(request)) {
      for (ChatEvent event = stream.next(); event != null; event = stream.next()) {
        if (event instanceof ChatEvent.Started started && started.reportedModel() != null) {
          reported = started.reportedModel();
        }
      }
      return new Finding(route, by, reported, null);
    } catch (ProviderException e) {
      return new Finding(route, by, reported, e.failure());
    }
  }

  /**
   * Keeps the route for the deployment, under a new provider or one that is there.
   *
   * @throws IllegalArgumentException as {@link #pinned} does
   */
  public ProviderSettings pin(Finding finding, String deployment) throws SettingsException {
    ProviderSettings pinned = pinned(finding, deployment);
    providers.add(pinned);
    return pinned;
  }

  /**
   * What {@link #pin} would keep, for who still has a key to put with it. Stores nothing.
   *
   * @throws IllegalArgumentException with a sentence for the user when the provider of that name is
   *     at another host: a key belongs to one
   */
  public ProviderSettings pinned(Finding finding, String deployment) {
    ProviderSettings tried = finding.provider();
    ProviderSettings known = providers.find(tried.id()).orElse(tried);
    if (!known.origin().equals(tried.origin())) {
      throw new IllegalArgumentException(
          "%s is at %s, and this route is at %s. A key belongs to one host: pin it under another name."
              .formatted(known.id(), known.origin(), tried.origin()));
    }
    return PinnedRoutes.with(known, deployment, finding.route());
  }
}
