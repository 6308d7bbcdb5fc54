package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import okio.BufferedSource;
import tools.jackson.databind.JsonNode;

/** What can be wrong with an answer of status 200, in words for the user. */
final class AnswerFailures {
  private static final long MOST_PAGE_BYTES = 64L << 10;

  private final Endpoint endpoint;
  private final Redactor redactor;

  AnswerFailures(Endpoint endpoint, Redactor redactor) {
    this.endpoint = endpoint;
    this.redactor = redactor;
  }

  /** An error in place of a payload. */
  ProviderException inAnswer(JsonNode payload) {
    return ProviderException.failed(
        StatusFailures.inAnswer(ErrorBody.of(payload), endpoint, redactor));
  }

  /** An error in place of the first event: a refusal like one by status (F73). */
  static ProviderException atOnce(ProviderException e) {
    FailureKind kind = e.failure().kind();
    return kind == FailureKind.OVERLOADED || kind == FailureKind.RATE_LIMIT
        ? e.repeatable(ProviderException.Repeat.REFUSED)
        : e;
  }

  /**
   * The stream ended and no end marker had come.
   *
   * @param stray a line that was no event at all, or empty
   */
  ProviderException unfinished(String stray, boolean begun) {
    if (begun) {
      return ProviderException.interrupted(
          FailureKind.DISCONNECTED,
          "%s ended the answer without a finish mark; it may be incomplete."
              .formatted(endpoint.name()));
    }
    return stray.isEmpty()
        ? ProviderException.interrupted(
            FailureKind.DISCONNECTED,
            "%s closed the stream before the first word.".formatted(endpoint.name()))
        : notTheProtocol(new ErrorBody(stray, ""));
  }

  ProviderException damaged(int pieces) {
    return ProviderException.interrupted(
        FailureKind.PROTOCOL,
        "%s sent %d pieces that could not be read; the answer is incomplete."
            .formatted(endpoint.name(), pieces));
  }

  ProviderException damagedJson() {
    return ProviderException.interrupted(
        FailureKind.DISCONNECTED,
        "%s sent JSON that breaks off or is damaged.".formatted(endpoint.name()));
  }

  ProviderException empty() {
    return ProviderException.failed(
        FailureKind.PROTOCOL, "%s sent an empty answer.".formatted(endpoint.name()));
  }

  /** A web page, named by its title: a gateway's, or the login page of a network (F09, F45). */
  ProviderException page(BufferedSource source) throws IOException {
    source.request(MOST_PAGE_BYTES);
    long length = Math.min(source.getBuffer().size(), MOST_PAGE_BYTES);
    return protocol(
        "A web page answered in place of %s. Is there a network that wants a login first, or is the address of %s wrong?%s",
        ErrorBody.read(source.readUtf8(length)));
  }

  ProviderException notTheProtocol(ErrorBody said) {
    return protocol(
        "%s answered with something that is no model's answer; check the address of %s.%s", said);
  }

  private ProviderException protocol(String sentence, ErrorBody said) {
    String words = said.message().isBlank() ? "" : " It says: " + redactor.clean(said.message());
    return ProviderException.failed(
        FailureKind.PROTOCOL, sentence.formatted(endpoint.name(), endpoint.provider(), words));
  }
}
