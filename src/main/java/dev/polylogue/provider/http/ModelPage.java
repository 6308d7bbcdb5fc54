package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import okio.BufferedSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One page of a provider's list of models. */
public final class ModelPage {
  private ModelPage() {}

  /**
   * Makes the call and reads its JSON. Blocks on the network; the call is closed behind it.
   *
   * @throws ProviderException when the call fails, or answers with no JSON
   */
  public static JsonNode read(HttpCall call, Endpoint endpoint) throws ProviderException {
    try (BufferedSource body = call.execute()) {
      return Json.parse(body.readUtf8());
    } catch (IOException e) {
      throw NetworkFailures.duringAnswer(e, endpoint);
    } catch (JacksonException e) {
      throw noList(endpoint);
    } finally {
      call.close();
    }
  }

  /** The answer is JSON, but no list. */
  public static ProviderException noList(Endpoint endpoint) {
    return ProviderException.failed(
        FailureKind.PROTOCOL,
        "%s answered, but not with a list of models. Name the model by hand: %s/MODEL."
            .formatted(endpoint.name(), endpoint.provider()));
  }
}
