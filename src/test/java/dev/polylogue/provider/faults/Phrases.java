package dev.polylogue.provider.faults;

import dev.polylogue.provider.Provider;
import dev.polylogue.provider.http.Endpoint;
import okhttp3.OkHttpClient;

/** What one protocol has to be able to say; the words of each are explained at {@link Dialect}. */
interface Phrases {
  String opening();

  String text(String words);

  String thought(String words);

  String finish(String reason);

  String done();

  String error(String message, String type);

  String unknown();

  String plain(String words);

  /** A finish for {@code stop} that counts tokens; both figures are any JSON. */
  String counted(String input, String output);

  /** A whole picture, where the protocol has one. */
  String picture(String mediaType, String base64);

  Provider provider(OkHttpClient client, Endpoint endpoint);

  /** One server-sent event without a name. */
  static String event(String payload) {
    return "data: " + payload + "\n\n";
  }

  /** One server-sent event that is named like its type. */
  static String named(String type, String rest) {
    return "event: %s\n%s".formatted(type, event("{\"type\":\"" + type + "\"" + rest + "}"));
  }
}
