package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.cli.Commands.Done;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.Metadata;
import dev.polylogue.media.PictureReader;
import dev.polylogue.provider.FaultHost;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What {@code edit} says of photos and results that are not as they should be. */
class EditHonestyTest {
  private static final Bytes GOOD = Made.written(Made.halves(300, 200), "png");

  @TempDir private Path folder;
  private Path photo = Path.of("");

  @BeforeEach
  void takePhoto() throws IOException {
    photo = Files.write(folder.resolve("photo.png"), GOOD.toArray());
  }

  private Commands commands() {
    return new Commands(folder.resolve("home"));
  }

  private static FaultHost answering(Bytes... pictures) throws IOException {
    List<String> items =
        Stream.of(pictures)
            .map(picture -> Base64.getEncoder().encodeToString(picture.toArray()))
            .map("{\"b64_json\":\"%s\"}"::formatted)
            .toList();
    String body = "{\"data\":[" + String.join(",", items) + "]}";
    return FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", body)));
  }

  private Done edit(FaultHost host, String... more) {
    commands().add(host, "mine");
    return run("mine/painter", more);
  }

  private Done run(String model, String... more) {
    List<String> all = new ArrayList<>(List.of("edit", photo.toString(), "dusk", "-m", model));
    all.addAll(List.of("--out", folder.resolve("out").toString()));
    all.addAll(List.of(more));
    return commands().run(all.toArray(String[]::new));
  }

  private static JsonNode told(Done done) {
    return done.events("done").getFirst();
  }

  private static Bytes half(Bytes whole) {
    return Bytes.owning(Arrays.copyOf(whole.toArray(), whole.size() / 2));
  }

  /** What lies where the results were wanted. */
  private List<String> saved() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private List<Bytes> kept() throws IOException {
    Path blobs = folder.resolve("home/blobs");
    if (!Files.exists(blobs)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(blobs)) {
      return files.filter(Files::isRegularFile).map(EditHonestyTest::read).toList();
    }
  }

  private static Bytes read(Path file) {
    try {
      return Bytes.owning(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Bytes> unusable() {
    return Stream.of(
        Made.claimedPng(30_000, 30_000, 0),
        Made.claimedPng(16_000, 6_000, 2),
        half(Made.written(Made.noise(90, 90), "png")));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void aResultThatCantBeUsedIsAFailureAndIsKept_I37(Bytes result) throws Exception {
    try (FaultHost host = answering(result)) {
      Done done = edit(host, "--json");

      assertThat(done.status()).isEqualTo(1);
      assertThat(told(done).path("state").stringValue()).isEqualTo("failed");
      assertThat(told(done).path("error").path("message").stringValue())
          .startsWith("What came can't be used, and is kept as it is. The result ");
      assertThat(told(done).path("files")).isEmpty();
      Path aside = folder.resolve("out/photo-mine-painter-1.unusable");
      assertThat(told(done).path("warnings").toString()).contains("lies in " + aside);
      assertThat(read(aside)).isEqualTo(result);
      assertThat(saved()).containsExactly("photo-mine-painter-1.unusable");
      assertThat(done.err().lines()).isNotEmpty().allMatch(line -> line.contains("mine/painter"));
      assertThat(kept()).contains(result);
      assertThat(run("mine/painter").out()).contains("! failed (protocol): What came can't be");
    }
  }

  static Stream<Bytes> unusableBesideAnother() {
    return Stream.concat(
        unusable(),
        Stream.of(
            Bytes.of("<html>Bad gateway</html>"),
            Bytes.of("%PDF-1.7"),
            half(Made.written(Made.noise(90, 90), "gif"))));
  }

  @ParameterizedTest
  @MethodSource("unusableBesideAnother")
  void oneOfTwoThatCantBeUsedIsWarnedOfAndIsKept_I37(Bytes bad) throws Exception {
    try (FaultHost host = answering(GOOD, bad)) {
      Done done = edit(host, "--json", "--set", "n=2");

      assertThat(told(done).path("state").stringValue()).as(done.err()).isEqualTo("complete");
      assertThat(told(done).path("files")).hasSize(1);
      assertThat(told(done).path("warnings").toString()).contains("Result 2 ");
      assertThat(done.status()).isEqualTo(1);
      assertThat(saved())
          .containsExactlyInAnyOrder("photo-mine-painter-1.png", "photo-mine-painter-2.unusable");
      assertThat(done.err()).contains("What came ", "It lies in ");
      assertThat(read(folder.resolve("out/photo-mine-painter-2.unusable"))).isEqualTo(bad);
    }
  }

  private static String sketch(Bytes picture) {
    String type = "image_edit.partial_image";
    return "event: %s\ndata: {\"type\":\"%s\",\"b64_json\":\"%s\"}\n\n"
        .formatted(type, type, Base64.getEncoder().encodeToString(picture.toArray()));
  }

  static Stream<Arguments> endsWithoutAPicture() {
    String error = "{\"message\":\"Too busy.\",\"code\":\"server_error\"}";
    return Stream.of(
        Arguments.of("", "interrupted"),
        Arguments.of(
            "event: error\ndata: {\"type\":\"error\",\"error\":%s}\n\n".formatted(error),
            "failed"));
  }

  @ParameterizedTest
  @MethodSource("endsWithoutAPicture")
  void theLastSketchOfAPictureThatNeverCameIsKept_F101(String end, String state) throws Exception {
    Bytes last = Made.written(Made.noise(60, 40), "png");
    String stream = FaultHost.streamHead() + sketch(GOOD) + sketch(last) + end;
    try (FaultHost host = FaultHost.playing(wire -> wire.send(stream))) {
      Done done = edit(host, "--json");

      assertThat(done.status()).isEqualTo(1);
      assertThat(told(done).path("state").stringValue()).isEqualTo(state);
      assertThat(saved()).containsExactly("photo-mine-painter-1-sketch.png");
      assertThat(Made.read(read(folder.resolve("out/photo-mine-painter-1-sketch.png"))).getWidth())
          .isEqualTo(60);
      assertThat(told(done).path("warnings").toString())
          .contains("This is a sketch: the answer ended before the picture was done.")
          .contains("It is no more than a sketch, so it is called ");
      assertThat(kept()).contains(last);
    }
  }

  @Test
  void aResultThatIsCutShortSaysSo_I04_I37() throws Exception {
    try (FaultHost host = answering(half(Made.written(Made.noise(300, 200), "jpeg")))) {
      Done done = edit(host, "--json");

      assertThat(done.status()).isEqualTo(1);
      assertThat(told(done).path("files")).hasSize(1);
      assertThat(told(done).path("state").stringValue()).isEqualTo("interrupted");
      assertThat(told(done).path("error").path("message").stringValue())
          .isEqualTo("The result is cut short: its lower part is missing.");
      assertThat(saved()).containsExactly("photo-mine-painter-1-cut.png");
      assertThat(done.err()).contains("called photo-mine-painter-1-cut.png");
      assertThat(run("mine/painter").out())
          .contains("! interrupted (protocol): The result is cut short")
          .contains("(mine/painter, interrupted)")
          .doesNotContain("complete");
    }
  }

  @Test
  void oneOfTwoThatIsCutShortLeavesTheAnswerUnfinished_I04_I37() throws Exception {
    Bytes cut = half(Made.written(Made.noise(300, 200), "jpeg"));
    try (FaultHost host = answering(GOOD, cut)) {
      Done done = edit(host, "--json", "--set", "n=2");

      assertThat(told(done).path("state").stringValue()).isEqualTo("interrupted");
      assertThat(told(done).path("error").path("message").stringValue())
          .isEqualTo("Result 2 is cut short: its lower part is missing.");
      assertThat(told(done).path("files")).hasSize(2);
    }
  }

  @Test
  void textInPlaceOfBase64IsNamedAndIsKept_F99_I37() throws Exception {
    String body = "{\"data\":[{\"b64_json\":\"@@@@\"}]}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", body)))) {
      Done done = edit(host, "--json");

      assertThat(told(done).path("state").stringValue()).isEqualTo("failed");
      assertThat(told(done).path("warnings").toString()).contains("is no picture in Base64");
      assertThat(saved()).containsExactly("photo-mine-painter-1.unusable");
      assertThat(read(folder.resolve("out/photo-mine-painter-1.unusable")).text())
          .isEqualTo("@@@@");
    }
  }

  @Test
  void ofAModelThatNobodyKnowsNoLimitIsClaimed_I33() throws Exception {
    Files.write(photo, Made.written(Made.halves(3, 5000), "png").toArray());
    try (FaultHost host = answering(GOOD)) {
      assertThat(told(edit(host, "--json")).path("state").stringValue()).isEqualTo("complete");
    }
    String refusal = "{\"error\":{\"message\":\"No ribbons.\"}}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(400, "application/json", refusal)))) {
      commands().add(host, "other");
      assertThat(run("other/painter").out()).contains("It says: No ribbons.");
    }
  }

  @Test
  void aFolderIsCalledByItsName_I35() throws Exception {
    for (String named : List.of(".", "../holiday")) {
      photo = Files.createDirectories(folder.resolve("holiday")).resolve(named);
      assertThat(run("sandbox/darkroom").err()).contains("holiday is a folder.");
    }
  }

  @Test
  void anAnswerInWordsAloneIsNoEdit() throws Exception {
    String words =
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"A dog.\"}]},\"finishReason\":\"STOP\"}]}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", words)))) {
      String base = host.baseUrl().toString();
      commands()
          .run(
              "providers",
              "add",
              "mine",
              "--protocol",
              "gemini",
              "--base-url",
              base,
              "--key-env",
              "PATH");
      Done done = run("mine/painter", "--json");

      assertThat(told(done).path("state").asString()).as(done.err()).isEqualTo("complete");
      assertThat(done.status()).isEqualTo(1);
    }
  }

  @Test
  void whatNoProviderTakesIsRefusedBeforeAnythingIsSent() throws Exception {
    try (FaultHost host = answering(GOOD)) {
      commands().add(host, "mine");
      for (String set : List.of("size=banana", "size=640x", "format=bmp")) {
        Done done = run("mine/painter", "--set", set);
        assertThat(done.status()).as(set).isEqualTo(2);
        assertThat(done.err()).contains("Nothing was sent");
      }
      assertThat(run("mine/painter", "--set", "size=3:2").status()).isZero();
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void aDamagedPhotoIsSentOnlyWhereTheUserSaidSo_I04() throws Exception {
    photo = folder.resolve("cut.jpg");
    Files.write(photo, half(Made.written(Made.noise(300, 200), "jpeg")).toArray());
    try (FaultHost host = answering(GOOD)) {
      Done refused = edit(host, "--json");

      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).contains("cut.jpg is damaged", "--use-anyway");
      assertThat(host.requests()).isEmpty();
      assertThat(kept()).isEmpty();
      assertThat(run("mine/painter", "--use-anyway").status()).isZero();
      assertThat(commands().run("edit", "--help").out()).contains("--use-anyway");
    }
  }

  @Test
  void aPhotoThatWasMadeSmallerSaysSo_I32() throws Exception {
    Files.write(photo, Made.written(Made.halves(6000, 4000), "png").toArray());
    try (FaultHost host = answering(Made.written(Made.halves(6000, 4000), "png"))) {
      Done done = edit(host, "--json");

      assertThat(done.status()).as(done.err()).isZero();
      assertThat(told(done).path("warnings")).hasSize(1);
      assertThat(told(done).path("warnings").toString())
          .contains("The photo was sent with 3072×2048 pixels, since its 6000×4000 are more");
    }
  }

  @Test
  void finerColoursThanAreSentAreNamed_I17() throws Exception {
    BufferedImage deep = new BufferedImage(30, 20, BufferedImage.TYPE_USHORT_GRAY);
    Files.write(photo, Made.written(deep, "png").toArray());
    try (FaultHost host = answering(Made.written(Made.halves(30, 20), "png"))) {
      assertThat(told(edit(host, "--json")).path("warnings").toString())
          .contains("The photo was sent with 8 bits a channel; it has 16.");
    }
  }

  @Test
  void aResultOfAnotherShapeSaysSoUnlessItWasAskedFor() throws Exception {
    try (FaultHost host = answering(Made.written(Made.halves(256, 256), "png"))) {
      assertThat(told(edit(host, "--json")).path("warnings").toString())
          .contains("other proportions than its source: 256×256 instead of 300×200 pixels");
      assertThat(told(run("mine/painter", "--json", "--set", "size=256x256")).path("warnings"))
          .isEmpty();
    }
  }

  @Test
  void aResultOfFewerPixelsSaysSoAlsoWhereItIsScaledUpAroundItsMask() throws Exception {
    String mask = folder.resolve("mask.png").toString();
    Files.write(Path.of(mask), Made.written(Made.halves(300, 200), "png").toArray());
    try (FaultHost host = answering(Made.written(Made.halves(150, 100), "png"))) {
      Done kept = edit(host, "--json", "--mask", mask, "--keep-outside");
      assertThat(told(kept).path("warnings").toString())
          .contains("The result has fewer pixels than its source: 150×100 instead of 300×200.");
      assertThat(kept.status()).as("it is all there").isZero();
      assertThat(told(run("mine/painter", "--json", "--set", "size=150x100")).path("warnings"))
          .isEmpty();
    }
  }

  @Test
  void whatKeepsThePhotoFromBeingPutBackStandsAmongTheWarnings() throws Exception {
    Path mask = folder.resolve("mask.png");
    Files.write(mask, Made.written(Made.halves(300, 200), "png").toArray());
    try (FaultHost host = answering(Made.written(Made.halves(256, 256), "png"))) {
      Done done = edit(host, "--json", "--mask", mask.toString(), "--keep-outside");

      assertThat(told(done).path("warnings").toString()).contains("does not lie over the source");
      assertThat(told(done).path("files")).as("it is paid for, and saved").hasSize(1);
      assertThat(done.status()).as("not all of it was done").isEqualTo(1);
    }
  }

  @Test
  void aLongWaitThatTheProviderAsksForIsNamed_F27() throws Exception {
    String body = "{\"error\":{\"message\":\"Slow down.\"}}";
    try (FaultHost host =
        FaultHost.playing(
            wire ->
                wire.send(FaultHost.answer(429, "application/json\r\nRetry-After: 600", body)))) {
      Done done = edit(host);

      assertThat(done.status()).isEqualTo(1);
      assertThat(done.out()).contains("! failed (rate_limit): ", "asks to wait 10 min");
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void onlyTheExifThatWasChosenIsGivenToAResult() throws Exception {
    photo = folder.resolve("harbour.jpg");
    Files.write(photo, Made.photo(300, 200, 1).toArray());
    try (FaultHost host = answering(GOOD)) {
      Done done = edit(host, "--json", "--exif", "camera");

      assertThat(done.status()).as(done.err()).isZero();
      Path file = Path.of(told(done).path("files").path(0).stringValue());
      assertThat(PictureReader.metadata(read(file), FileKind.PNG).found())
          .contains(Metadata.Trace.CAMERA)
          .doesNotContain(Metadata.Trace.PLACE);
      assertThat(run("mine/painter", "--exif", "soul").status()).isEqualTo(2);
      assertThat(commands().run("edit", "--help").out()).contains("--exif");
    }
  }

  @Test
  void aProviderThatIsNotThereIsTheCallersMistakeAndNothingIsKept() throws Exception {
    Done done = run("nope/x", "-m", "sandbox/darkroom");

    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("There is no provider \"nope\"");
    assertThat(done.out()).isEmpty();
    assertThat(kept()).isEmpty();
  }
}
