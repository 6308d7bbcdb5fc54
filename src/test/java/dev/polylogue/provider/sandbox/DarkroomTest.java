package dev.polylogue.provider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.provider.http.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The darkroom, over HTTP as its callers see it. */
class DarkroomTest {
  private static final Bytes HALVES = Made.written(Made.halves(80, 40), "png");

  private final HttpClient client = HttpClient.newHttpClient();
  private SandboxHost host;

  @BeforeEach
  void open() throws Exception {
    host =
        SandboxHost.open(
            Executors.newVirtualThreadPerTaskExecutor(), "sesame", (words, most) -> List.of());
  }

  @AfterEach
  void close() {
    host.close();
    client.close();
  }

  private HttpResponse<String> ask(Map<String, Object> fields) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      boolean file = field.getValue() instanceof Bytes;
      body.writeBytes(
          ("--bound\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                  .formatted(
                      field.getKey(),
                      file ? "; filename=\"image.png\"\r\nContent-Type: image/png" : ""))
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(
          file
              ? ((Bytes) field.getValue()).toArray()
              : field.getValue().toString().getBytes(StandardCharsets.UTF_8));
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes("--bound--\r\n".getBytes(StandardCharsets.UTF_8));
    return post("/images/edits", "multipart/form-data; boundary=bound", body.toByteArray());
  }

  private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(host.settings().baseUrl() + path))
            .header("Authorization", "Bearer sesame")
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, Object> fields(String model, String prompt, Object... more) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("model", model + (model.contains("?") ? "" : "?latency=0"));
    fields.put("prompt", prompt);
    fields.put("image", HALVES);
    for (int i = 0; i < more.length; i += 2) {
      fields.put((String) more[i], more[i + 1]);
    }
    return fields;
  }

  private static BufferedImage picture(JsonNode node) {
    return Made.read(Bytes.owning(Base64.getDecoder().decode(Json.text(node.path("b64_json")))));
  }

  private BufferedImage edited(Map<String, Object> fields) throws Exception {
    HttpResponse<String> answer = ask(fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return picture(Json.parse(answer.body()).path("data").path(0));
  }

  @Test
  void anEditIsCarriedOutInTheSizeOfTheSource() throws Exception {
    BufferedImage image = edited(fields("darkroom", "invert the colours"));
    assertThat(image.getWidth()).isEqualTo(80);
    assertThat(image.getRGB(5, 5)).isEqualTo(0xff00ffff);
    assertThat(image.getRGB(70, 5)).isEqualTo(0xffffff00);
  }

  @ParameterizedTest
  @CsvSource({
    "rotate left, 40, 80",
    "crop to a square, 40, 40",
    "add a black border of 10 px, 100, 60",
    "resize to 50 %, 40, 20",
    "flip it, 80, 40"
  })
  void theFrameFollowsTheInstruction(String prompt, int width, int height) throws Exception {
    BufferedImage image = edited(fields("darkroom", prompt));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
  }

  @Test
  void aSizeThatIsAskedForIsMade() throws Exception {
    BufferedImage image = edited(fields("darkroom", "sepia", "size", "64x64"));
    assertThat(image.getWidth()).isEqualTo(64);
    assertThat(image.getHeight()).isEqualTo(64);
  }

  @Test
  void outsideTheMaskNothingChanges() throws Exception {
    BufferedImage mask = new BufferedImage(80, 40, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 80 * 40; i++) {
      mask.setRGB(i % 80, i / 80, i / 80 < 20 ? 0 : 0xff000000);
    }
    BufferedImage image =
        edited(fields("darkroom-bold", "invert", "mask", Made.written(mask, "png")));
    assertThat(image.getRGB(5, 35)).isEqualTo(0xffff0000);
    assertThat(image.getRGB(70, 35)).isEqualTo(0xff0000ff);
    assertThat(image.getRGB(5, 5) & 0xff0000).isZero();
    HttpResponse<String> refused =
        ask(fields("darkroom", "rotate left", "mask", Made.written(mask, "png")));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("without a mask");
    assertThat(
            ask(fields("darkroom", "invert", "mask", Made.written(Made.halves(8, 8), "png")))
                .body())
        .contains("must be the same");
  }

  @Test
  void itsModelsDiffer() throws Exception {
    int usual = edited(fields("darkroom", "darken")).getRGB(5, 5) >> 16 & 0xff;
    int soft = edited(fields("darkroom-soft", "make it darker")).getRGB(40, 5);
    int bold = edited(fields("darkroom-bold", "make it darker")).getRGB(40, 5);
    assertThat(usual).isPositive();
    assertThat(soft).isNotEqualTo(bold);
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithWhatIs() throws Exception {
    HttpResponse<String> answer = ask(fields("darkroom", "add a unicorn"));
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = Json.parse(answer.body()).path("error");
    assertThat(Json.text(error.path("code"))).isEqualTo("instruction_not_understood");
    assertThat(Json.text(error.path("message")))
        .contains("“add a unicorn”")
        .contains("grayscale, sepia");
  }

  @Test
  void severalResultsDifferAndTheInstructionAsUnderstoodComesAlong() throws Exception {
    HttpResponse<String> answer = ask(fields("darkroom", "warmer", "n", "2"));
    JsonNode data = Json.parse(answer.body()).path("data");
    assertThat(data.size()).isEqualTo(2);
    assertThat(Json.text(data.path(0).path("revised_prompt"))).isEqualTo("warmer by 35 %");
    assertThat(Json.text(data.path(1).path("revised_prompt"))).isEqualTo("warmer by 44 %");
    assertThat(Json.parse(answer.body()).path("usage").path("output_tokens").asInt()).isPositive();
  }

  @Test
  void whatIsOnlyPartlyUnderstoodComesWithWhatIsNot() throws Exception {
    HttpResponse<String> answer = ask(fields("darkroom", "warmer, add a unicorn"));
    JsonNode item = Json.parse(answer.body()).path("data").path(0);
    assertThat(Json.text(item.path("revised_prompt"))).isEqualTo("warmer by 35 %");
    assertThat(Json.text(item.path("warnings").path(0)))
        .isEqualTo("Not understood: “add a unicorn”.");
  }

  @Test
  void sketchesAreStreamedBeforeTheResult() throws Exception {
    HttpResponse<String> answer =
        ask(fields("darkroom", "invert", "stream", "true", "partial_images", "2"));
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    List<JsonNode> events =
        answer
            .body()
            .lines()
            .filter(line -> line.startsWith("data: "))
            .map(line -> Json.parse(line.substring(6)))
            .toList();
    assertThat(events)
        .extracting(event -> Json.text(event.path("type")))
        .containsExactly(
            "image_edit.partial_image", "image_edit.partial_image", "image_edit.completed");
    assertThat(answer.body()).contains("event: image_edit.completed\n");
    assertThat(picture(events.get(2)).getRGB(5, 5)).isEqualTo(0xff00ffff);
    assertThat(events.get(2).path("usage").path("total_tokens").asInt()).isPositive();
  }

  @Test
  void faultsAreMadeOnDemand() throws Exception {
    assertThat(ask(fields("darkroom?fault=429", "sepia")).statusCode()).isEqualTo(429);
    assertThat(ask(fields("darkroom?latency=0&fault=silent", "sepia", "stream", "true")).body())
        .doesNotContain("completed");
  }

  @Test
  void drawingFromNothingAndChattingAreRefusedInWords() throws Exception {
    byte[] body = "{\"model\":\"darkroom\",\"prompt\":\"a cat\"}".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> drawing = post("/images/generations", "application/json", body);
    assertThat(drawing.statusCode()).isEqualTo(400);
    assertThat(drawing.body()).contains("only edits pictures");
    assertThat(post("/chat/completions", "application/json", body).body())
        .contains("does not chat");
  }

  @Test
  void theSamplePhotoIsShippedAndEdited() throws Exception {
    try (InputStream sample = SandboxHost.class.getResourceAsStream("/samples/bay.jpg")) {
      Bytes photo = Bytes.owning(sample.readAllBytes());
      assertThat(photo.size()).isLessThan(300_000);
      BufferedImage image =
          edited(fields("darkroom", "make it dusk", "image", photo, "output_format", "jpeg"));
      assertThat(image.getWidth()).isEqualTo(1600);
    }
  }
}
