package dev.polylogue.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of Anthropic and Gemini, told apart ({@code providers.md}, 12.1 and 12.2). */
class StatusFailuresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401 | authentication_error    | invalid x-api-key                           | AUTH",
        "403 | permission_error        | Your key may not use this                   | PERMISSION",
        "404 | not_found_error         | model: claude-none                          | NOT_FOUND",
        "400 | invalid_request_error   | prompt is too long: 3333404 tokens > 200000 | CONTEXT_LENGTH",
        "400 | invalid_request_error   | input length and max_tokens exceed context limit | CONTEXT_LENGTH",
        "400 | invalid_request_error   | temperature: not supported                  | BAD_REQUEST",
        "400 | invalid_request_error   | Your credit balance is too low              | QUOTA",
        "402 | billing_error           | Pay first                                   | QUOTA",
        "413 | request_too_large       | Request exceeds the maximum size            | TOO_LARGE",
        "429 | rate_limit_error        | This would exceed your rate limit           | RATE_LIMIT",
        "500 | api_error               | Internal server error                       | SERVER",
        "504 | timeout_error           | Request timed out                           | SERVER",
        "529 | overloaded_error        | Overloaded                                  | OVERLOADED",
        "0   | overloaded_error        | Overloaded                                  | OVERLOADED",
        "0   | api_error               | Internal server error                       | SERVER",
        "0   | rate_limit_error        | Slow down                                   | RATE_LIMIT",
        "0   | request_too_large       | Too large                                   | TOO_LARGE",
      })
  void anthropicErrors(int status, String type, String message, FailureKind kind) {
    String body =
        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"},\"request_id\":\"r\"}"
            .formatted(type, message);

    assertThat(StatusFailures.classify(status, ErrorBody.read(body))).isEqualTo(kind);
  }

  @Test
  void aSpendLimitAtAnthropicIsAQuota() {
    String body =
        "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Stop\",\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}";

    assertThat(StatusFailures.classify(429, ErrorBody.read(body))).isEqualTo(FailureKind.QUOTA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | INVALID_ARGUMENT    | API key not valid. Please pass a valid API key. | AUTH",
        "400 | INVALID_ARGUMENT    | API key expired. Please renew the API key.      | AUTH",
        "403 | PERMISSION_DENIED   | Your API key was reported as leaked.            | AUTH",
        "403 | PERMISSION_DENIED   | The caller may not                              | PERMISSION",
        "404 | NOT_FOUND           | models/none is not found                        | NOT_FOUND",
        "400 | INVALID_ARGUMENT    | The input token count (2) exceeds the maximum   | CONTEXT_LENGTH",
        "400 | INVALID_ARGUMENT    | Unknown name                                    | BAD_REQUEST",
        "429 | RESOURCE_EXHAUSTED  | Resource has been exhausted (e.g. check quota). | RATE_LIMIT",
        "500 | INTERNAL            | An internal error has occurred                  | SERVER",
        "503 | UNAVAILABLE         | The model is overloaded.                        | OVERLOADED",
      })
  void geminiErrors(int status, String word, String message, FailureKind kind) {
    String body =
        "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}"
            .formatted(status, message, word);

    assertThat(StatusFailures.classify(status, ErrorBody.read(body))).isEqualTo(kind);
    assertThat(StatusFailures.classify(status, ErrorBody.read("[" + body + "]"))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "GenerateContentInputTokensPerModelPerMinute-FreeTier, 250000, RATE_LIMIT",
    "GenerateRequestsPerDayPerProjectPerModel-FreeTier, 20, QUOTA",
    "GenerateRequestsPerMinutePerProjectPerModel-FreeTier, 0, QUOTA"
  })
  void geminiNamesTheQuotaThatIsUsedUp(String quota, int limit, FailureKind kind) {
    ErrorBody body =
        ErrorBody.read(
            """
            {"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"You exceeded your current quota, please check your plan and billing details. * Quota exceeded for metric: x, limit: %d, model: m",
             "details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"%s"}]},
              {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.4s"}]}}
            """
                .formatted(limit, quota));

    assertThat(StatusFailures.classify(429, body)).isEqualTo(kind);
    assertThat(body.retryAfterSeconds()).isEqualTo(34.4);
  }

  @Test
  void aReasonInTheDetailsCounts() {
    ErrorBody body =
        ErrorBody.read(
            "{\"error\":{\"code\":400,\"message\":\"No\",\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}");

    assertThat(StatusFailures.classify(400, body)).isEqualTo(FailureKind.AUTH);
  }

  @Test
  void anErrorIsFoundInAnArray() {
    assertThat(ErrorBody.isError(Json.parse("[{\"candidates\":[]},{\"error\":{\"code\":503}}]")))
        .isTrue();
    assertThat(ErrorBody.isError(Json.parse("[{\"candidates\":[]}]"))).isFalse();
    assertThat(ErrorBody.isError(Json.parse("[]"))).isFalse();
  }
}
