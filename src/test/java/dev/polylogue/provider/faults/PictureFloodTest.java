package dev.polylogue.provider.faults;

import static dev.polylogue.provider.FaultHost.answer;
import static dev.polylogue.provider.pictures.Studio.png;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.pictures.Drawn;
import dev.polylogue.provider.pictures.PictureForm;
import dev.polylogue.provider.pictures.Studio;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that makes many more pictures than were asked for. */
@Timeout(60)
class PictureFloodTest {
  private static Drawn drawn(PictureForm form, FaultHost.Script script) throws Exception {
    try (FaultHost host = FaultHost.playing(script)) {
      return Studio.draw(Studio.at(form, host.baseUrl(), Map.of()), Studio.edit(1));
    }
  }

  /** With the limit named as what it is, so that nobody takes it for all that was paid for. */
  private static void assertCutOff(Drawn drawn) {
    assertThat(drawn.failure().message())
        .contains("asked for 1 and sent 60. No more than 10 pictures", "so 50 are left out.");
    assertThat(Objects.requireNonNull(drawn.failed()).outcome()).isEqualTo(ReplyState.TRUNCATED);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "XAI", "OPENROUTER", "AZURE"})
  @Covers("F101")
  void aFloodOfResultsIsCutOffAndCounted(PictureForm form) throws Exception {
    String one = "{\"b64_json\":\"%s\"}".formatted(Base64.getEncoder().encodeToString(png()));
    String many = "{\"data\":[%s]}".formatted(String.join(",", Collections.nCopies(60, one)));
    Drawn drawn = drawn(form, wire -> wire.send(answer(200, "application/json", many)));
    assertThat(drawn.pictures()).hasSize(10);
    assertCutOff(drawn);
  }

  @Test
  @Covers({"F100", "F101"})
  void aFloodOfAddressesIsNotCalled() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, request) ->
                wire -> {
                  if (number > 0) {
                    wire.send(
                        answer(200, "image/png", "")
                            .replace("Length: 0", "Length: " + png().length));
                    wire.send(png());
                  } else {
                    String one = "{\"url\":\"http://%s/v1/a\"}".formatted(request.header("Host"));
                    String all = String.join(",", Collections.nCopies(60, one));
                    wire.send(answer(200, "application/json", "{\"data\":[%s]}".formatted(all)));
                  }
                })) {
      Drawn drawn =
          Studio.draw(Studio.at(PictureForm.OPENAI, host.baseUrl(), Map.of()), Studio.edit(1));
      assertThat(drawn.pictures()).hasSize(10);
      assertCutOff(drawn);
      assertThat(host.requests()).hasSize(11);
    }
  }
}
