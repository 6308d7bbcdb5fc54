package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.cli.Commands.Done;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.Pixels;
import dev.polylogue.provider.FaultHost;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code edit} on a real data folder, the sandbox's real socket and a host of our own. */
class EditCommandTest {
  private static final String DARKROOM = "sandbox/darkroom?latency=0";

  @TempDir private Path folder;

  private Commands commands() {
    return new Commands(folder.resolve("home"));
  }

  private Path photo() throws Exception {
    return Files.write(
        folder.resolve("harbour.png"), Made.written(Made.halves(60, 40), "png").toArray());
  }

  private Done edit(Path photo, String instruction, String... more) {
    String[] arguments = {
      "edit", photo.toString(), instruction, "--out", folder.resolve("out").toString(), "--json"
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return commands().run(all);
  }

  @Test
  void eachModelLeavesItsResultUnderANameOfOurMaking() throws Exception {
    byte[] before = Files.readAllBytes(photo());

    Done done =
        edit(photo(), "make it grayscale", "-m", DARKROOM, "-m", "sandbox/darkroom-bold?latency=0");

    assertThat(done.status()).as(done.err()).isZero();
    assertThat(done.events("done")).hasSize(2);
    JsonNode first =
        done.events("done").stream()
            .filter(line -> line.path("pane").intValue() == 0)
            .findFirst()
            .orElseThrow();
    assertThat(first.path("model").stringValue()).isEqualTo(DARKROOM);
    assertThat(first.path("state").stringValue()).isEqualTo("complete");
    assertThat(first.path("width").intValue()).isEqualTo(60);
    assertThat(first.path("height").intValue()).isEqualTo(40);
    assertThat(first.path("error").isNull()).isTrue();
    Path file = Path.of(first.path("files").path(0).stringValue());
    assertThat(file.getFileName().toString())
        .startsWith("harbour-sandbox-darkroom")
        .endsWith(".png");
    Color grey = new Color(ImageIO.read(file.toFile()).getRGB(3, 3));
    assertThat(grey.getRed()).isEqualTo(grey.getGreen()).isEqualTo(grey.getBlue());
    assertThat(Files.readAllBytes(photo())).isEqualTo(before);
  }

  @Test
  void nothingIsEverWrittenOver_T31() throws Exception {
    String once = edit(photo(), "sepia", "-m", DARKROOM).events("done").getFirst().toString();
    JsonNode again = edit(photo(), "sepia", "-m", DARKROOM).events("done").getFirst();

    assertThat(once).doesNotContain(again.path("files").path(0).stringValue());
    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files.toList()).hasSize(2);
    }
  }

  @Test
  void outsideTheMaskThePhotoIsKeptExactly() throws Exception {
    BufferedImage mask = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 30; x < 60; x++) {
        mask.setRGB(x, y, 0xff000000);
      }
    }
    Path file = Files.write(folder.resolve("mask.png"), Made.written(mask, "png").toArray());

    Done done =
        edit(photo(), "invert", "-m", DARKROOM, "--mask", file.toString(), "--keep-outside");

    assertThat(done.status()).as(done.err()).isZero();
    Path result = Path.of(done.events("done").getFirst().path("files").path(0).stringValue());
    BufferedImage before = Made.read(Made.written(Made.halves(60, 40), "png"));
    BufferedImage after = ImageIO.read(result.toFile());
    assertThat(after.getRGB(2, 20)).isNotEqualTo(before.getRGB(2, 20));
    for (int y = 0; y < 40; y++) {
      for (int x = 45; x < 60; x++) {
        assertThat(after.getRGB(x, y) & 0xffffff).isEqualTo(before.getRGB(x, y) & 0xffffff);
      }
    }
    Done verified = commands().run("history", "verify");
    assertThat(verified.status()).as(verified.out()).isZero();
  }

  @Test
  void aMaskIsSentAsItIsAndTheEdgeFadesHere() throws Exception {
    BufferedImage mask = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 30; x < 60; x++) {
        mask.setRGB(x, y, 0xff000000);
      }
    }
    Path file = Files.write(folder.resolve("mask.png"), Made.written(mask, "png").toArray());
    BufferedImage green = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    Arrays.fill(Pixels.data(green), 0x00ff00);
    String made = Base64.getEncoder().encodeToString(Made.written(green, "png").toArray());
    String body = "{\"data\":[{\"b64_json\":\"" + made + "\"}]}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", body)))) {
      commands().add(host, "mine");
      Path white = Files.write(folder.resolve("p.png"), Made.written(flat(), "png").toArray());

      Done done =
          edit(white, "green", "-m", "mine/painter", "--mask", file.toString(), "--keep-outside");

      assertThat(done.status()).as(done.err()).isZero();
      byte[] sent = host.requests().getFirst().bytes();
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture(sent, "\"mask\"")));
      assertThat(seen.getRGB(0, 0, 60, 40, null, 0, 60))
          .isEqualTo(mask.getRGB(0, 0, 60, 40, null, 0, 60));
      Path result = Path.of(done.events("done").getFirst().path("files").path(0).stringValue());
      BufferedImage after = ImageIO.read(result.toFile());
      assertThat(after.getRGB(5, 20) & 0xffffff).isEqualTo(0x00ff00);
      assertThat(after.getRGB(27, 20) & 0xff).as("at the edge, within").isBetween(20, 235);
      assertThat(after.getRGB(30, 20) & 0xffffff).as("outside").isEqualTo(0xffffff);
    }
  }

  private static BufferedImage flat() {
    BufferedImage white = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    Arrays.fill(Pixels.data(white), 0xffffff);
    return white;
  }

  @Test
  void aMaskOfAnotherSizeIsScaledAndEveryResultSaysSo_I28() throws Exception {
    BufferedImage mask = new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB);
    mask.setRGB(3, 3, 0xff000000);
    Path file = Files.write(folder.resolve("mask.png"), Made.written(mask, "png").toArray());

    Done done =
        edit(
            photo(),
            "sepia",
            "-m",
            DARKROOM,
            "-m",
            "sandbox/darkroom-bold?latency=0",
            "--mask",
            file.toString());

    assertThat(done.events("done")).hasSize(2);
    for (JsonNode line : done.events("done")) {
      assertThat(line.path("warnings").toString())
          .contains("The mask has 30×20 pixels; it was scaled to 60×40.");
    }
    assertThat(done.err().lines().filter(line -> line.contains("30×20"))).hasSize(1);
  }

  /** I30: what may change nothing is not paid for. */
  @Test
  void aMaskThatCoversNothingIsNotSent_I30() throws Exception {
    BufferedImage mask = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    Path file = Files.write(folder.resolve("mask.png"), Made.written(mask, "png").toArray());

    Done done = edit(photo(), "invert", "-m", DARKROOM, "--mask", file.toString());

    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("covers nothing", "Nothing was sent");
    assertThat(done.events("done")).isEmpty();
    assertThat(commands().run("history", "list").out()).as("no session is begun").isEmpty();
  }

  @Test
  void aFolderThatCantBeMadeIsFoundOutBeforeAnythingIsSent() throws Exception {
    Files.writeString(folder.resolve("out"), "in the way");

    Done done = edit(photo(), "invert", "-m", DARKROOM);

    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("can't be made", "Nothing was sent");
    assertThat(done.events("done")).isEmpty();
  }

  @Test
  void whatIsNoPictureIsTheCallersMistake_I01() throws Exception {
    Path photo = Files.writeString(folder.resolve("notes.png"), "Buy milk.");

    Done done = edit(photo, "sepia", "-m", DARKROOM);

    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("notes.png");
  }

  @Test
  void aPhotoReachesAHostUprightAndSaysNothingOfPlaceAndCamera_I12_I13_T28() throws Exception {
    Path photo =
        Files.write(folder.resolve("IMG_4711 at home.jpg"), Made.photo(40, 20, 6).toArray());
    String made =
        Base64.getEncoder().encodeToString(Made.written(Made.halves(20, 40), "png").toArray());
    try (FaultHost host =
        FaultHost.playing(
            wire ->
                wire.send(
                    FaultHost.answer(
                        200,
                        "application/json",
                        "{\"data\":[{\"b64_json\":\"" + made + "\"}]}")))) {
      commands().add(host, "mine");

      Done done = edit(photo, "Make it dusk 🌅", "-m", "mine/painter", "--set", "n=1");

      assertThat(done.status()).as(done.err()).isZero();
      FaultHost.Request request = host.requests().getFirst();
      assertThat(request.head()).startsWith("POST ").contains("/images/edits");
      String sent = new String(request.bytes(), StandardCharsets.ISO_8859_1);
      assertThat(sent)
          .doesNotContain(
              "Exif", "GPS", "CanaryCamera", "http://ns.adobe.com", "4711", "at home", "Photoshop");
      assertThat(new String(request.bytes(), StandardCharsets.UTF_8)).contains("Make it dusk 🌅");
      BufferedImage seen =
          ImageIO.read(new ByteArrayInputStream(picture(request.bytes(), "\"image\"")));
      assertThat(seen.getWidth()).isEqualTo(20);
      assertThat(seen.getHeight()).isEqualTo(40);
    }
  }

  /** A picture in a multipart body: its header says nothing of where it ends. */
  private static byte[] picture(byte[] body, String field) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int part = text.indexOf("Content-Type: image/", text.indexOf("name=" + field));
    int from = text.indexOf("\r\n\r\n", part) + 4;
    return Bytes.of(Arrays.copyOfRange(body, from, text.indexOf("\r\n--", from))).toArray();
  }

  @Test
  void whatTheModelDoesNotUnderstandItSaysInItsOwnWords() throws Exception {
    Done done = edit(photo(), "add a unicorn", "-m", DARKROOM);

    assertThat(done.status()).isEqualTo(1);
    JsonNode line = done.events("done").getFirst();
    assertThat(line.path("files")).isEmpty();
    assertThat(line.path("width").isNull()).isTrue();
    assertThat(line.path("error").path("message").stringValue())
        .contains("sepia")
        .startsWith("Sandbox refuses the request (400).")
        .doesNotContain("127.0.0.1");
  }

  @Test
  void badUsageIsRefusedBeforeAnythingIsSent() throws Exception {
    assertThat(edit(photo(), "sepia").status()).isEqualTo(2);
    assertThat(edit(photo(), " ", "-m", DARKROOM).status()).isEqualTo(2);
    assertThat(edit(photo(), "sepia", "-m", DARKROOM, "--set", "colour=red").err())
        .contains("size, quality, n, format, background");
    Done exif = edit(photo(), "sepia", "-m", DARKROOM, "--exif", "gps,Date,foo");
    assertThat(exif.status()).isEqualTo(2);
    assertThat(exif.err())
        .contains(
            "--exif takes date, camera, lens, exposure, rights, place; got \"gps\", \"foo\".");
    Path text = Files.writeString(folder.resolve("notes.jpg"), "no picture");
    assertThat(edit(text, "sepia", "-m", DARKROOM).err()).contains("not a picture");
  }
}
