package dev.polylogue.provider.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.Pixels;
import dev.polylogue.provider.http.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks OpenAI's Images protocol for the {@link Darkroom}: multipart in, one JSON answer or a
 * stream of events out.
 */
final class DarkroomDesk {
  private static final int MOST_SKETCHES = 3;
  private static final int SKETCH_SIDE = 640;

  /** Pixels for which a token is counted, so that the meters of the program have something. */
  private static final int PIXELS_A_TOKEN = 2_000;

  private final Darkroom darkroom;
  private final Pause pause;
  private final Clock clock;

  DarkroomDesk(Darkroom darkroom, Pause pause, Clock clock) {
    this.darkroom = darkroom;
    this.pause = pause;
    this.clock = clock;
  }

  void edit(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    try {
      String type = Objects.toString(exchange.getRequestHeaders().getFirst("Content-Type"), "");
      Form form = Form.read(type, body);
      Pace pace = Pace.of(form.text("model"));
      Optional<DarkroomModel> model = DarkroomModel.named(pace.model());
      String fault = Objects.toString(pace.fault(), "");
      if (model.isEmpty()) {
        Replies.refuse(
            exchange,
            404,
            "model_not_found",
            "The sandbox edits pictures with darkroom, darkroom-soft and darkroom-bold; it has no"
                + " \"%s\" for that.".formatted(pace.model()));
      } else if (fault.matches("[45]\\d\\d")) {
        Replies.refuse(
            exchange, Integer.parseInt(fault), "sandbox_fault", "This fault was asked for.");
      } else {
        pause.millis(pace.latency());
        Darkroom.Task task = darkroom.understand(model.get(), form);
        if (form.text("stream").equals("true")) {
          stream(exchange, task, form, pace);
        } else {
          whole(exchange, task, form, pace);
        }
      }
    } catch (IllegalArgumentException e) {
      Replies.refuse(exchange, 400, "invalid_request_error", Objects.toString(e.getMessage(), ""));
    } catch (Darkroom.Refusal e) {
      Replies.refuse(exchange, 400, e.code(), Objects.toString(e.getMessage(), ""));
    }
  }

  void generate(HttpExchange exchange) throws IOException {
    Replies.refuse(
        exchange,
        400,
        "unsupported_operation",
        "The darkroom only edits pictures and can't draw from nothing: choose a photo first.");
  }

  private void whole(HttpExchange exchange, Darkroom.Task task, Form form, Pace pace)
      throws IOException, Darkroom.Refusal {
    ObjectNode answer = Json.object().put("created", clock.instant().getEpochSecond());
    ArrayNode data = answer.putArray("data");
    long pixels = 0;
    int count = Objects.equals(pace.fault(), "empty") ? 0 : Darkroom.count(form);
    for (int i = 0; i < count; i++) {
      Darkroom.Result result = darkroom.develop(task, i);
      pixels += pixels(result.picture());
      ObjectNode item = data.addObject();
      item.put("b64_json", base64(Darkroom.encoded(result.picture(), task.format())));
      say(item, result);
    }
    answer.put("output_format", task.format());
    if (count > 0) {
      answer.set("usage", usage(task, pixels));
    }
    Replies.answer(exchange, 200, answer);
  }

  private void stream(HttpExchange exchange, Darkroom.Task task, Form form, Pace pace)
      throws IOException, InterruptedException, Darkroom.Refusal {
    Darkroom.Result first = darkroom.develop(task, 0);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    if (Objects.equals(pace.fault(), "empty")) {
      return;
    }
    int sketches = Math.clamp(form.number("partial_images", 0), 0, MOST_SKETCHES);
    for (int i = 0; i < sketches; i++) {
      BufferedImage sketch = sketch(task.picture(), first.picture(), i, sketches);
      ObjectNode event = event("image_edit.partial_image", task, sketch);
      send(out, event.put("partial_image_index", i));
      pause.millis(pace.latency());
    }
    if (Objects.equals(pace.fault(), "cut") || Objects.equals(pace.fault(), "silent")) {
      return;
    }
    for (int i = 0; i < Darkroom.count(form); i++) {
      Darkroom.Result result = i == 0 ? first : darkroom.develop(task, i);
      ObjectNode event = event("image_edit.completed", task, result.picture());
      say(event, result);
      event.set("usage", usage(task, pixels(result.picture())));
      send(out, event);
    }
  }

  private static void say(ObjectNode item, Darkroom.Result result) {
    item.put("revised_prompt", result.said());
    if (!result.unknown().isEmpty()) {
      item.putArray("warnings")
          .add("Not understood: “%s”.".formatted(String.join("”, “", result.unknown())));
    }
  }

  /** How it looks so far: nearer to the result and sharper each time. */
  private static BufferedImage sketch(
      BufferedImage source, BufferedImage result, int number, int of) {
    BufferedImage small = Pixels.fit(result, SKETCH_SIDE);
    double done = (number + 1.0) / (of + 1);
    BufferedImage begun =
        source.getWidth() == result.getWidth() && source.getHeight() == result.getHeight()
            ? Pixels.scale(source, small.getWidth(), small.getHeight())
            : small;
    boolean alike = Pixels.hasAlpha(begun) == Pixels.hasAlpha(small);
    BufferedImage mixed = alike ? Effects.mixed(begun, small, done) : small;
    return Effects.blur(0.05 * (1 - done)).apply(mixed);
  }

  private ObjectNode event(String type, Darkroom.Task task, BufferedImage picture)
      throws IOException {
    return Json.object()
        .put("type", type)
        .put("b64_json", base64(Darkroom.encoded(picture, task.format())))
        .put("created_at", clock.instant().getEpochSecond())
        .put("size", String.format(Locale.ROOT, "%dx%d", picture.getWidth(), picture.getHeight()))
        .put("output_format", task.format());
  }

  private static ObjectNode usage(Darkroom.Task task, long pixels) {
    int words = SandboxModel.tokens(task.instruction()).size();
    long seen = pixels(task.picture()) / PIXELS_A_TOKEN;
    long made = pixels / PIXELS_A_TOKEN;
    ObjectNode usage =
        Json.object()
            .put("input_tokens", words + seen)
            .put("output_tokens", made)
            .put("total_tokens", words + seen + made);
    usage.putObject("input_tokens_details").put("image_tokens", seen).put("text_tokens", words);
    return usage;
  }

  private static long pixels(BufferedImage picture) {
    return (long) picture.getWidth() * picture.getHeight();
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  private static void send(OutputStream out, ObjectNode event) throws IOException {
    String name = Json.text(event.path("type"));
    out.write(("event: " + name + "\ndata: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
