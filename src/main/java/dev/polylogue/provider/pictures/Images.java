package dev.polylogue.provider.pictures;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerStream;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.PictureStream;
import dev.polylogue.provider.http.UnsentStream;
import dev.polylogue.provider.http.WireRequest;
import okhttp3.OkHttpClient;

/** A provider that speaks one of the Images dialects. */
public final class Images implements PictureProvider {
  /** Option: {@code true} where an answer may be streamed, with sketches on its way. */
  private static final String STREAM = "pictures-stream";

  /** Option: how many sketches to ask for, 0 to 3; each costs a little. */
  private static final String SKETCHES = "pictures-sketches";

  private final OkHttpClient client;
  private final PictureForm form;
  private final ProviderSettings settings;
  private final Endpoint endpoint;
  private final int sketches;

  /**
   * @param form none of Gemini's and not {@code NONE}
   * @throws ProviderException when the address or an option can't be used
   */
  public Images(OkHttpClient client, PictureForm form, ProviderSettings settings, KeySource key)
      throws ProviderException {
    this.client = client;
    this.form = form;
    this.settings = settings;
    boolean atRoot = form == PictureForm.AZURE;
    ProviderSettings place = atRoot ? new AzurePictures(settings).root() : settings;
    this.endpoint = Endpoint.of(place, key).forPictures();
    this.sketches = sketches(settings);
  }

  private static int sketches(ProviderSettings settings) throws ProviderException {
    boolean known = "api.openai.com".equalsIgnoreCase(settings.baseUrl().getHost());
    boolean streams = settings.options().getOrDefault(STREAM, known + "").equals("true");
    String wanted = settings.options().getOrDefault(SKETCHES, "2");
    if (!wanted.matches("[0-3]")) {
      throw ProviderException.failed(
          FailureKind.BAD_REQUEST,
          "The option %s of %s is \"%s\"; it can be 0 to 3."
              .formatted(SKETCHES, settings.id(), wanted));
    }
    return streams ? Integer.parseInt(wanted) : -1;
  }

  @Override
  public ChatStream edit(PictureRequest request) {
    PictureAsk ask = new PictureAsk(request);
    ProviderException refusal = ask.refusal().orElse(null);
    if (refusal != null) {
      return new UnsentStream(refusal);
    }
    WireRequest wire = wire(ask);
    ImagesDecoder decoder = new ImagesDecoder(endpoint.name(), ask);
    AnswerStream answer = new AnswerStream(client, endpoint, wire, decoder);
    return new PictureStream(client, endpoint, answer, decoder::addresses, ask.count());
  }

  private WireRequest wire(PictureAsk ask) {
    return switch (form) {
      case OPENAI -> new OpenAiWriter(ask, Place.plain(sketches)).write();
      case XAI -> XaiWriter.write(ask);
      case OPENROUTER -> OpenRouterWriter.write(ask);
      case AZURE -> new AzurePictures(settings).write(ask);
      case GEMINI, NONE -> throw new IllegalStateException(form + " is no dialect of Images.");
    };
  }
}
