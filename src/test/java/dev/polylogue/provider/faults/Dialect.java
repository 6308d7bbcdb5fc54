package dev.polylogue.provider.faults;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.Endpoint;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * How one protocol says the few things that faults need. Words are given as JSON has them inside
 * quotes, so {@code \\u0000} may be one of them.
 */
enum Dialect {
  CHAT_COMPLETIONS(Protocol.OPENAI_CHAT, new ChatPhrases()),
  OPENAI_RESPONSES(Protocol.OPENAI_RESPONSES, new ResponsesPhrases()),
  ANTHROPIC(Protocol.ANTHROPIC, new AnthropicPhrases()),
  GEMINI(Protocol.GEMINI, new GeminiPhrases());

  static final String KEY = "canary-4711";

  private final Protocol protocol;
  private final Phrases phrases;

  Dialect(Protocol protocol, Phrases phrases) {
    this.protocol = protocol;
    this.phrases = phrases;
  }

  /** What comes before the first word; the model is {@code m-1}. */
  String opening() {
    return phrases.opening();
  }

  /** One event that carries words. */
  String text(String words) {
    return phrases.text(words);
  }

  /** One event that carries a thought. */
  String thought(String words) {
    return phrases.thought(words);
  }

  /**
   * The events that say why the model stopped.
   *
   * @param reason {@code stop}, {@code length}, {@code content_filter}
   */
  String finish(String reason) {
    return phrases.finish(reason);
  }

  /** What comes behind the finish, if anything. */
  String done() {
    return phrases.done();
  }

  /** An error in the middle of a stream. */
  String error(String message, String type) {
    return phrases.error(message, type);
  }

  /** Events and fields that nobody knows. */
  String unknown() {
    return phrases.unknown();
  }

  /** A whole answer without a stream. */
  String plain(String words) {
    return phrases.plain(words);
  }

  /** A finish that counts tokens; both figures are any JSON. */
  String counted(String input, String output) {
    return phrases.counted(input, output);
  }

  /** A whole picture; Anthropic has none. */
  String picture(String mediaType, String base64) {
    return phrases.picture(mediaType, base64);
  }

  /** One server-sent event with a payload. */
  String event(String payload) {
    return Phrases.event(payload);
  }

  /** A whole answer, each of the words in an event of its own. */
  String answer(String... words) {
    StringBuilder all = new StringBuilder(opening());
    for (String word : words) {
      all.append(text(word));
    }
    return all + end();
  }

  /** An answer up to its first words. */
  String answerBegun(String words) {
    return opening() + text(words);
  }

  String end() {
    return finish("stop") + done();
  }

  /** The provider at an address, named {@code host}. */
  Provider at(OkHttpClient client, URI baseUrl, Map<String, String> options)
      throws ProviderException {
    return at(client, baseUrl, options, Optional.of(KEY));
  }

  /** The same with another key, or none. */
  Provider at(OkHttpClient client, URI baseUrl, Map<String, String> options, Optional<String> key)
      throws ProviderException {
    ProviderSettings settings =
        new ProviderSettings("host", protocol, baseUrl, null, Map.of(), options);
    return phrases.provider(client, Endpoint.of(settings, () -> key));
  }
}
