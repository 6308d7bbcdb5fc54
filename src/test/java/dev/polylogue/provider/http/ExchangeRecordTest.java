package dev.polylogue.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Reply;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Storeless;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of a call: to the byte, up to a limit, and never a key (T14). */
class ExchangeRecordTest {
  private static final String KEY = "canary-4711-0815";
  private static final int MOST_RESPONSE = 8 << 20;
  private static final int MOST_REQUEST = 1 << 20;

  @Test
  void aKeyAcrossTheLimitIsNotKeptByHalf_T14() throws Exception {
    String padding = (": " + "x".repeat(1021) + "\n").repeat(MOST_RESPONSE / 1024 - 1);
    String border = ": " + "y".repeat(1014) + KEY + "\n" + end();
    Exchange kept = ask("Hello", FaultHost.streamHead() + padding + border);
    Exchange.Response response = Objects.requireNonNull(kept.response());
    assertThat(response.body().size()).isEqualTo(MOST_RESPONSE);
    assertThat(response.isWhole()).isFalse();
    assertThat(response.body().text()).doesNotContain("canary").contains("yyy");
  }

  @Test
  void aLongRequestIsCutAndSaysHowLongItWas_T14() throws Exception {
    Exchange kept = ask(KEY + "x".repeat(MOST_REQUEST), FaultHost.streamHead() + end());
    assertThat(kept.request().body().size()).isEqualTo(MOST_REQUEST);
    assertThat(kept.request().bodySize()).isGreaterThan(MOST_REQUEST);
    assertThat(kept.request().body().text()).contains("[key removed]").doesNotContain(KEY);
  }

  @Test
  void anAnswerWithoutItsKeyIsStillWhole_T14() throws Exception {
    Exchange kept = ask("Hello", FaultHost.answer(401, "text/plain", "no " + KEY + "!"));
    Exchange.Response response = Objects.requireNonNull(kept.response());
    assertThat(response.body().text()).isEqualTo("no [key removed]!");
    assertThat(response.isWhole()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, true",
    "Proxy-Authorization, true",
    "api-key, true",
    "x-goog-api-key, true",
    "Ocp-Apim-Subscription-Key, true",
    "X-Auth-Token, true",
    "cf-aig-authorization, true",
    "Cookie, true",
    "Set-Cookie, true",
    "x-ratelimit-remaining-tokens, false",
    "x-ratelimit-reset-requests, false",
    "anthropic-version, false",
    "Content-Type, false",
    "User-Agent, false"
  })
  void aHeaderThatCarriesAKeyIsKnownByItsName(String name, boolean secret) {
    assertThat(ProviderSettings.isSecret(name)).isEqualTo(secret);
  }

  private static Exchange ask(String prompt, String answer) throws Exception {
    List<Exchange> kept = new ArrayList<>();
    Journal journal =
        new Storeless() {
          @Override
          public void finish(Reply reply, List<Exchange> exchanges) {
            kept.addAll(exchanges);
          }
        };
    try (FaultHost host = FaultHost.playing(wire -> wire.send(answer))) {
      Answers.start(Answers.provider(host.baseUrl(), KEY, Map.of()), prompt, journal).awaitEnd();
    }
    return kept.getFirst();
  }

  private static String end() {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
  }
}
