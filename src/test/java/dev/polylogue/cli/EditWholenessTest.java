package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.cli.Commands.Done;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.provider.FaultHost;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code edit} ends well only where every result is all that was asked for (I37). */
class EditWholenessTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 60;

  @TempDir private Path folder;

  private Done edit(List<Bytes> results, String... more) throws Exception {
    String data =
        results.stream()
            .map(result -> Base64.getEncoder().encodeToString(result.toArray()))
            .map("{\"b64_json\":\"%s\"}"::formatted)
            .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", data)))) {
      Commands commands = new Commands(folder.resolve("home"));
      commands.add(host, "mine");
      List<String> arguments =
          new ArrayList<>(List.of("edit", photo().toString(), "red", "-m", "mine/painter"));
      arguments.addAll(List.of("--json", "--out", folder.resolve("out").toString()));
      arguments.addAll(Arrays.asList(more));
      return commands.run(arguments.toArray(String[]::new));
    }
  }

  private Path photo() throws Exception {
    return Files.write(
        folder.resolve("p.png"), Made.written(Made.halves(WIDTH, HEIGHT), "png").toArray());
  }

  private String mask() throws Exception {
    BufferedImage mask = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < HEIGHT; y++) {
      mask.setRGB(WIDTH - 1, y, 0xff000000);
    }
    return Files.write(folder.resolve("mask.png"), Made.written(mask, "png").toArray()).toString();
  }

  private List<String> saved() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Bytes picture(String format) {
    return Made.written(Made.noise(WIDTH, HEIGHT), format);
  }

  @Test
  void aResultThatIsCutShortIsStillCutWhenItsSourceIsPutBackAroundIt_I37() throws Exception {
    byte[] whole = picture("jpg").toArray();
    Bytes cut = Bytes.of(Arrays.copyOf(whole, whole.length / 2));

    Done done = edit(List.of(cut), "--mask", mask(), "--keep-outside");

    assertThat(done.status()).isEqualTo(1);
    assertThat(saved()).singleElement().asString().endsWith("-1-cut.png");
  }

  @Test
  void whatIsToBeKeptToThePixelIsNoJpeg() throws Exception {
    Done done =
        edit(List.of(picture("png")), "--mask", mask(), "--keep-outside", "--set", "format=jpeg");

    assertThat(done.status()).as(done.err()).isZero();
    assertThat(saved()).singleElement().asString().endsWith(".png");
  }

  @Test
  void fewerPicturesThanWereAskedForAreToldAndNoSuccess() throws Exception {
    Done done = edit(List.of(picture("png")), "--set", "n=2");

    assertThat(done.status()).isEqualTo(1);
    assertThat(done.events("done").getFirst().path("warnings").toString())
        .contains("Only 1 of 2 pictures came.");
    assertThat(saved()).hasSize(1);
  }

  @Test
  void onePictureThatIsNoneOfTwoIsNoSuccessEither() throws Exception {
    Done done = edit(List.of(picture("png"), Bytes.of(new byte[] {0, 0, 0})), "--set", "n=2");

    assertThat(done.status()).isEqualTo(1);
    assertThat(saved()).anyMatch(name -> name.endsWith("-1.png"));
  }

  @Test
  void aFloodOfPicturesIsKeptUpToTheLimitAndDoesNotEndWell_F101() throws Exception {
    Done done = edit(Collections.nCopies(12, picture("png")));

    assertThat(done.status()).isEqualTo(1);
    assertThat(saved()).hasSize(10);
    assertThat(done.events("done").getFirst().path("state").stringValue()).isEqualTo("truncated");
    assertThat(done.events("done").getFirst().path("error").path("message").stringValue())
        .contains("sent 12", "so 2 are left out");
  }
}
