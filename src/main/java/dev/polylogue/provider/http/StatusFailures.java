package dev.polylogue.provider.http;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.net.Proxies;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Tells apart what a provider refuses, by status, code and words ({@code providers.md}, 12.2). */
public final class StatusFailures {
  private static final int PROXY_ASKS = 407;
  private static final int MOST_BODY_BYTES = 64 << 10;
  private static final Pattern STATUS = Pattern.compile("\\b[45]\\d\\d\\b");
  private static final List<String> REQUEST_IDS =
      List.of("x-request-id", "request-id", "apim-request-id", "cf-ray");

  private StatusFailures() {}

  /** Who was asked, and whether a key went along: only one that was sent can be rejected. */
  private record Asked(String host, String provider, boolean key) {
    static Asked of(Endpoint endpoint, Redactor redactor) {
      return new Asked(endpoint.name(), endpoint.provider(), redactor.hidesAny());
    }
  }

  /** A status other than 200. Reads at most 64 KiB of the body. */
  static ProviderException of(
      Response response,
      BufferedSource source,
      Endpoint endpoint,
      Redactor redactor,
      @Nullable Proxy proxy) {
    int status = response.code();
    if (status == PROXY_ASKS && proxy != null) {
      return ProxyFailures.asksForName(Proxies.name(proxy));
    }
    ErrorBody body = ErrorBody.read(redactor.clean(beginning(source)));
    FailureKind kind = classify(status, body);
    String message =
        kind == FailureKind.REDIRECT
            ? "%s redirects to %s. Redirects are not followed; correct the address of %s."
                .formatted(endpoint.name(), redactor.clean(target(response)), endpoint.provider())
            : sentence(kind, status, Asked.of(endpoint, redactor), body.message())
                + sent(kind, response);
    ProviderException refused =
        ProviderException.failed(
            new Failure(kind, status, message, RetryHint.seconds(response, body)));
    return isForNow(kind, response)
        ? refused.repeatable(ProviderException.Repeat.REFUSED)
        : refused;
  }

  private static String sent(FailureKind kind, Response response) {
    RequestBody body = response.request().body();
    try {
      return kind != FailureKind.TOO_LARGE || body == null
          ? ""
          : " %d kB were sent.".formatted(Math.ceilDiv(body.contentLength(), 1000));
    } catch (IOException e) {
      return "";
    }
  }

  /** Explicit refusals only ({@code faults.md}, 4.1); {@code x-should-retry: false} forbids. */
  private static boolean isForNow(FailureKind kind, Response response) {
    boolean told = Set.of(429, 503, 529).contains(response.code());
    return told
        && (kind == FailureKind.RATE_LIMIT || kind == FailureKind.OVERLOADED)
        && !"false".equalsIgnoreCase(response.header("x-should-retry"));
  }

  /** An error that came inside an answer with status 200 ({@code providers.md}, 12.3). */
  public static Failure inAnswer(ErrorBody body, Endpoint endpoint, Redactor redactor) {
    int status = statusIn(body.code());
    FailureKind kind = classify(status, body);
    return new Failure(
        kind,
        status == 0 ? null : status,
        sentence(kind, status, Asked.of(endpoint, redactor), redactor.clean(body.message())),
        RetryHint.seconds(body));
  }

  static @Nullable String requestId(Response response) {
    return REQUEST_IDS.stream()
        .map(response::header)
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static String beginning(BufferedSource source) {
    try {
      source.request(MOST_BODY_BYTES);
      long length = Math.min(source.getBuffer().size(), MOST_BODY_BYTES);
      return new String(source.readByteArray(length), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static String target(Response response) {
    String location = response.header("Location");
    return location == null ? "another place" : location;
  }

  private static int statusIn(String code) {
    Matcher number = STATUS.matcher(code);
    return number.find() ? Integer.parseInt(number.group()) : 0;
  }

  /**
   * The one place that decides what kind of failure it is.
   *
   * @param status 0 when there is none
   */
  static FailureKind classify(int status, ErrorBody body) {
    String said = (body.code() + " " + body.message()).toLowerCase(Locale.ROOT);
    FailureKind byWords = byWords(status, said);
    return byWords != null ? byWords : byStatus(status);
  }

  private static @Nullable FailureKind byWords(int status, String said) {
    boolean refused = status == 0 || (status >= 400 && status < 500);
    if (!refused) {
      return status == 503 || status == 529 || !has(said, "overloaded")
          ? null
          : FailureKind.OVERLOADED;
    }
    if (has(said, "incorrect api key", "invalid api key", "api_key_invalid", "invalid_api_key")
        || has(said, "api key not valid", "api key expired", "api key was reported as leaked")) {
      return FailureKind.AUTH;
    }
    if (has(said, "context_length", "maximum context length", "prompt is too long")
        || has(said, "exceed_context_size", "context window", "token_limit_exceeded")
        || has(said, "exceed context limit", "input token count")) {
      return FailureKind.CONTEXT_LENGTH;
    }
    if (has(said, "content_filter", "responsibleaipolicy", "content_policy", "moderation_blocked")
        || has(said, "contentfilter", "content moderation", "safety system")) {
      return FailureKind.CONTENT_FILTER;
    }
    if (isQuotaOfAMinute(said)) {
      return FailureKind.RATE_LIMIT;
    }
    if (has(
            said,
            "insufficient_quota",
            "billing",
            "payment_required",
            "spend limit",
            "spending limit")
        || has(said, "insufficient balance", "insufficient credit", "out of credits", "spend_limit")
        || has(said, "credit balance", "credits are depleted", "perday")) {
      return FailureKind.QUOTA;
    }
    if (status != 0) {
      return null;
    }
    return inStream(said);
  }

  /**
   * Gemini speaks of plan and billing in the same words for every quota; which one was used up
   * stands in its {@code quotaId}, such as {@code GenerateRequestsPerMinutePerProjectPerModel}. A
   * limit of 0 means that the plan has none of it.
   */
  private static boolean isQuotaOfAMinute(String said) {
    return has(said, "resource_exhausted")
        && has(said, "perminute")
        && !has(said, "perday", "limit: 0,", "limit: 0\n");
  }

  /** Without a status only the words are left. */
  private static FailureKind inStream(String said) {
    if (has(said, "rate_limit", "rate limit", "too many requests", "resource_exhausted")) {
      return FailureKind.RATE_LIMIT;
    }
    if (has(said, "overloaded", "unavailable", "capacity")) {
      return FailureKind.OVERLOADED;
    }
    if (has(said, "authentication", "unauthorized")) {
      return FailureKind.AUTH;
    }
    if (has(said, "permission")) {
      return FailureKind.PERMISSION;
    }
    if (has(said, "not_found", "not found")) {
      return FailureKind.NOT_FOUND;
    }
    if (has(said, "timeout", "timed out")) {
      return FailureKind.TIMEOUT;
    }
    if (has(said, "request_too_large")) {
      return FailureKind.TOO_LARGE;
    }
    return has(said, "invalid_request", "bad request")
        ? FailureKind.BAD_REQUEST
        : FailureKind.SERVER;
  }

  private static FailureKind byStatus(int status) {
    return switch (status) {
      case 400, 409, 422 -> FailureKind.BAD_REQUEST;
      case 401 -> FailureKind.AUTH;
      case 402 -> FailureKind.QUOTA;
      case 403, 451 -> FailureKind.PERMISSION;
      case 404, 410 -> FailureKind.NOT_FOUND;
      case 408 -> FailureKind.TIMEOUT;
      case 413 -> FailureKind.TOO_LARGE;
      case 429 -> FailureKind.RATE_LIMIT;
      case 503, 529 -> FailureKind.OVERLOADED;
      default -> {
        if (status >= 300 && status < 400) {
          yield FailureKind.REDIRECT;
        }
        yield status >= 500 && status <= 530 ? FailureKind.SERVER : FailureKind.PROTOCOL;
      }
    };
  }

  private static String sentence(FailureKind kind, int status, Asked asked, String said) {
    String host = asked.host;
    String words = said.isBlank() ? "" : " It says: " + said;
    String number = status == 0 ? "" : " (%d)".formatted(status);
    return switch (kind) {
      case AUTH ->
          (asked.key
                  ? "%s rejects the key%s. Check the key of %s.%s"
                  : "%s wants a key%s, and none is set for %s.%s")
              .formatted(host, number, asked.provider, words);
      case PERMISSION -> "%s does not allow this%s.%s".formatted(host, number, words);
      case NOT_FOUND ->
          "%s knows no such model or path%s. Check the model name and the address.%s"
              .formatted(host, number, words);
      case BAD_REQUEST -> "%s refuses the request%s.%s".formatted(host, number, words);
      case CONTEXT_LENGTH ->
          "The conversation is too long for this model%s.%s".formatted(number, words);
      case CONTENT_FILTER ->
          "The content filter of %s stopped this%s.%s".formatted(host, number, words);
      case RATE_LIMIT ->
          "%s asks to slow down%s. Wait a little, then try again.%s".formatted(host, number, words);
      case QUOTA -> "No credit left at %s%s.%s".formatted(host, number, words);
      case OVERLOADED ->
          "%s is overloaded%s. Try again in a while.%s".formatted(host, number, words);
      case SERVER ->
          "Error at %s%s. Trying again may help; the call may have been billed.%s"
              .formatted(host, number, words);
      case TIMEOUT -> "The request timed out at %s%s.%s".formatted(host, number, words);
      case TOO_LARGE -> "%s finds the request too large%s.%s".formatted(host, number, words);
      case PROTOCOL, DNS, CONNECT, TLS, REDIRECT, DISCONNECTED, UNSUPPORTED ->
          "Unexpected answer from %s%s: this address does not seem to speak the expected protocol.%s"
              .formatted(host, number, words);
    };
  }

  private static boolean has(String said, String... words) {
    for (String word : words) {
      if (said.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
