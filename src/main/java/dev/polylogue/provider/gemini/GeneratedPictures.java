package dev.polylogue.provider.gemini;

import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerStream;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.PictureStream;
import dev.polylogue.provider.http.UnsentStream;
import dev.polylogue.provider.http.WireBody;
import dev.polylogue.provider.http.WireRequest;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini as a place where pictures are made ({@code providers.md}, 11.5). */
public final class GeneratedPictures implements PictureProvider {
  private final OkHttpClient client;
  private final Endpoint endpoint;

  public GeneratedPictures(OkHttpClient client, Endpoint endpoint) {
    this.client = client;
    this.endpoint = endpoint.forPictures();
  }

  @Override
  public ChatStream edit(PictureRequest request) {
    PictureAsk ask = new PictureAsk(request);
    ProviderException refusal = ask.refusal().orElse(null);
    if (refusal != null) {
      return new UnsentStream(refusal);
    }
    ObjectNode body = body(request, ask);
    WireRequest wire =
        new WireRequest(
            RequestWriter.path(request.model()) + ":generateContent",
            Map.of(),
            Map.of(),
            new WireBody.Tree(body),
            ask.warnings());
    ChunkDecoder decoder = ChunkDecoder.ofPictures(body, endpoint.name());
    AnswerStream answer = new AnswerStream(client, endpoint, wire, decoder);
    return new PictureStream(client, endpoint, answer, List::of, ask.count());
  }

  private static ObjectNode body(PictureRequest request, PictureAsk ask) {
    ObjectNode body = Json.object();
    ArrayNode parts = body.putArray("contents").addObject().put("role", "user").putArray("parts");
    for (PictureRequest.Upload source : ask.sources()) {
      parts
          .addObject()
          .putObject("inlineData")
          .put("mimeType", source.mediaType())
          .set("data", Json.base64(source));
    }
    parts.addObject().put("text", request.instruction());
    ObjectNode config = body.putObject("generationConfig");
    config.putArray("responseModalities").add("TEXT").add("IMAGE");
    ObjectNode image = Json.object();
    ask.ratio().ifPresent(ratio -> image.put("aspectRatio", ratio));
    ask.resolution().ifPresent(resolution -> image.put("imageSize", resolution));
    if (!image.isEmpty()) {
      config.set("imageConfig", image);
    }
    ask.noMask();
    ask.onlyOne();
    ask.noPlaceForQuality();
    ask.noPlaceForFormat();
    ask.noPlaceForBackground();
    return body;
  }
}
