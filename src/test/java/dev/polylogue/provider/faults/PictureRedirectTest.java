package dev.polylogue.provider.faults;

import static dev.polylogue.provider.FaultHost.answer;
import static dev.polylogue.provider.pictures.Studio.KEY;
import static dev.polylogue.provider.pictures.Studio.png;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.pictures.Drawn;
import dev.polylogue.provider.pictures.PictureForm;
import dev.polylogue.provider.pictures.Studio;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the address of a result leads (F100): on at its own host, and nowhere else. */
@Timeout(60)
class PictureRedirectTest {
  private static final String PICTURE =
      "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: %d\r\nConnection: close\r\n\r\n";

  /** Names {@code /v1/a}, which leads on to each of these, and at the last of them is a picture. */
  private static FaultHost leading(int status, List<String> onward) throws Exception {
    return FaultHost.deciding(
        (number, request) ->
            wire -> {
              if (number == 0) {
                String host = request.header("Host");
                String body = "{\"data\":[{\"url\":\"http://%s/v1/a\"}]}".formatted(host);
                wire.send(answer(200, "application/json", body));
              } else if (number <= onward.size()) {
                String to = onward.get(number - 1);
                wire.send(answer(status, "text/plain", "", "Location: " + to, "Set-Cookie: a=b"));
              } else {
                wire.send(PICTURE.formatted(png().length));
                wire.inPieces(png(), 64);
              }
            });
  }

  private static Drawn drawn(FaultHost host) throws Exception {
    return Studio.draw(Studio.at(PictureForm.OPENAI, host.baseUrl(), Map.of()), Studio.edit(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @Covers("F100")
  void anAddressThatLeadsOnAtItsOwnHostIsFollowedWithoutAnyKey(int status) throws Exception {
    try (FaultHost host = leading(status, List.of("b?sig=x", "/c"))) {
      Drawn drawn = drawn(host);

      assertThat(drawn.pictures()).containsExactly(png());
      assertThat(drawn.warnings()).isEmpty();
      List<FaultHost.Request> asked = host.requests();
      assertThat(asked).hasSize(4);
      assertThat(asked.get(2).head()).startsWith("GET /v1/b?sig=x HTTP/1.1");
      assertThat(asked.get(3).head()).startsWith("GET /c HTTP/1.1");
      for (FaultHost.Request fetched : asked.subList(1, 4)) {
        assertThat(fetched.head().toLowerCase(Locale.ROOT))
            .doesNotContain(KEY, "authorization", "api-key", "cookie", "referer");
      }
      assertThat(drawn.exchanges()).as("each call is in the record").hasSize(4);
    }
  }

  @Test
  @Covers("F100")
  void anAddressThatLeadsInACircleIsLeft() throws Exception {
    try (FaultHost host = leading(302, List.of("/v1/b", "/v1/a", "/v1/b", "/v1/a", "/v1/b"))) {
      Drawn drawn = drawn(host);

      assertThat(drawn.failure().message()).contains("leads on and on", "may have been billed");
      assertThat(host.requests()).as("the edit, the address, three times on").hasSize(5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x.png",
        "//localhost./x.png",
        "//192.168.1.1/x.png",
        "https://pictures.example/x.png",
        "http://127.0.0.1:1/x.png"
      })
  @Covers("F100")
  void anotherOriginIsNotCalled(String elsewhere) throws Exception {
    try (FaultHost host = leading(302, List.of(elsewhere))) {
      Drawn drawn = drawn(host);

      assertThat(drawn.failure().message()).contains("leads elsewhere", "not followed");
      assertThat(host.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://127.0.0.1/x.png", "file:///etc/passwd", "http://"})
  @Covers("F100")
  void whatIsNoAddressOfTheWebIsNotCalled(String odd) throws Exception {
    try (FaultHost host = leading(302, List.of(odd))) {
      Drawn drawn = drawn(host);

      assertThat(drawn.failure().message()).contains("its address can't be used");
      assertThat(host.requests()).hasSize(2);
    }
  }

  @Test
  @Covers("F100")
  void aNameAndAPasswordInItAreNotSent() throws Exception {
    BiFunction<Integer, FaultHost.Request, FaultHost.Script> decision =
        (number, request) ->
            wire -> {
              String host = request.header("Host");
              wire.send(
                  number == 0
                      ? answer(
                          200,
                          "application/json",
                          "{\"data\":[{\"url\":\"http://%s/v1/a\"}]}".formatted(host))
                      : answer(302, "text/plain", "", "Location: http://me:word@" + host + "/x"));
            };
    try (FaultHost host = FaultHost.deciding(decision)) {
      assertThat(drawn(host).failure().message()).contains("its address can't be used");
      assertThat(host.requests()).hasSize(2);
    }
  }
}
