package dev.polylogue.provider.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.polylogue.provider.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Streams one answer as {@code chat.completion.chunk} events, token by token at the asked pace. */
final class Delivery {
  private final HttpExchange exchange;
  private final JsonNode request;
  private final Pace pace;
  private final Pause pause;
  private long begin;
  private int sent;

  Delivery(HttpExchange exchange, JsonNode request, Pace pace, Pause pause) {
    this.exchange = exchange;
    this.request = request;
    this.pace = pace;
    this.pause = pause;
  }

  void deliver(SandboxModel model) throws IOException, InterruptedException {
    String prompt = prompt();
    SandboxModel.Speech speech = model.answer(prompt);
    List<String> thoughts = SandboxModel.tokens(speech.reasoning());
    List<String> words = lengthened(SandboxModel.tokens(stopped(speech.answer())));
    int most = request.path("max_tokens").asInt(Integer.MAX_VALUE);
    boolean cut = words.size() > most;
    List<String> told = words.subList(0, Math.min(words.size(), most));

    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    pause.millis(pace.latency());
    begin = System.nanoTime();
    if (Objects.equals(pace.fault(), "empty")) {
      return;
    }
    say(out, "reasoning_content", thoughts);
    boolean half = Objects.equals(pace.fault(), "cut");
    say(out, "content", half ? told.subList(0, told.size() / 2) : told);
    if (half || Objects.equals(pace.fault(), "silent")) {
      return;
    }
    cite(out, speech.citations());
    finish(out, cut ? "length" : "stop");
    count(out, SandboxModel.tokens(prompt).size(), thoughts.size(), told.size());
    out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
  }

  private String prompt() {
    String last = "";
    for (JsonNode message : request.path("messages")) {
      if (Json.text(message.path("role")).equals("user")) {
        last = words(message.path("content"));
      }
    }
    return last;
  }

  /** Content is text, or a list of parts of which some are text. */
  private static String words(JsonNode content) {
    if (!content.isArray()) {
      return Json.text(content);
    }
    StringBuilder words = new StringBuilder();
    content.forEach(part -> words.append(Json.text(part.path("text"))));
    return words.toString();
  }

  /** Up to the first of the stop sequences, which are text or a list of texts. */
  private String stopped(String answer) {
    JsonNode stop = request.path("stop");
    int end = answer.length();
    for (JsonNode sequence : stop.isArray() ? stop : List.of(stop)) {
      int at = Json.text(sequence).isEmpty() ? -1 : answer.indexOf(Json.text(sequence));
      end = at < 0 ? end : Math.min(end, at);
    }
    return answer.substring(0, end);
  }

  private List<String> lengthened(List<String> words) {
    if (words.isEmpty() || words.size() >= pace.length()) {
      return words;
    }
    List<String> longer = new ArrayList<>();
    while (longer.size() < pace.length()) {
      longer.addAll(words);
      longer.add("\n\n");
    }
    return longer.subList(0, pace.length());
  }

  private void say(OutputStream out, String field, List<String> tokens)
      throws IOException, InterruptedException {
    for (String token : tokens) {
      keepPace();
      ObjectNode chunk = chunk();
      ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
      choice.putObject("delta").put(field, token);
      choice.putNull("finish_reason");
      send(out, chunk);
    }
  }

  /** Waits until the next token is due, by the clock of the whole answer so that nothing drifts. */
  private void keepPace() throws IOException, InterruptedException {
    if (pace.rate() > 0) {
      long due = begin + TimeUnit.SECONDS.toNanos(1) * sent / pace.rate();
      pause.nanos(due - System.nanoTime());
    }
    sent++;
  }

  /** As Chat Completions sends sources: notes on the words, in a chunk of their own. */
  private void cite(OutputStream out, List<SandboxModel.Citation> citations) throws IOException {
    if (citations.isEmpty()) {
      return;
    }
    ObjectNode chunk = chunk();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    var notes = choice.putObject("delta").putArray("annotations");
    for (SandboxModel.Citation citation : citations) {
      notes
          .addObject()
          .put("type", "url_citation")
          .putObject("url_citation")
          .put("url", citation.url())
          .put("title", citation.title());
    }
    choice.putNull("finish_reason");
    send(out, chunk);
  }

  private void finish(OutputStream out, String reason) throws IOException {
    ObjectNode chunk = chunk();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta");
    choice.put("finish_reason", reason);
    send(out, chunk);
  }

  private void count(OutputStream out, int prompt, int thoughts, int words) throws IOException {
    ObjectNode chunk = chunk();
    chunk.putArray("choices");
    ObjectNode usage = chunk.putObject("usage");
    usage
        .put("prompt_tokens", prompt)
        .put("completion_tokens", thoughts + words)
        .put("total_tokens", prompt + thoughts + words);
    usage.putObject("completion_tokens_details").put("reasoning_tokens", thoughts);
    send(out, chunk);
  }

  private ObjectNode chunk() {
    return Json.object()
        .put("id", "sandbox")
        .put("object", "chat.completion.chunk")
        .put("model", pace.model());
  }

  private static void send(OutputStream out, ObjectNode chunk) throws IOException {
    out.write(("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
