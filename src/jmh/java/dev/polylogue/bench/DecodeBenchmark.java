package dev.polylogue.bench;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.anthropic.AnthropicMessages;
import dev.polylogue.provider.gemini.GenerateContent;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.openai.ChatCompletions;
import dev.polylogue.provider.openai.Responses;
import dev.polylogue.run.Assembler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The bytes of an answer to an assembled reply, by the whole path but the socket, and Jackson alone
 * on the same payloads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class DecodeBenchmark {
  private static final int DELTAS = 5000;
  private static final String WORDS =
      "Sixty bytes of an answer, as a fast model sends it at once, ";

  /** One for each protocol, by its word. */
  @Param({"openai-chat", "openai-responses", "anthropic", "gemini"})
  public String family = "";

  private final List<byte[]> payloads = new ArrayList<>();
  private byte[] stream = new byte[0];

  /** Writes the stream of the family. */
  @Setup
  public void write() {
    StringBuilder text = new StringBuilder();
    List<String> all = new ArrayList<>(opening());
    for (int i = 0; i < DELTAS; i++) {
      all.add(delta(i));
    }
    all.addAll(ending());
    for (String payload : all) {
      payloads.add(payload.getBytes(StandardCharsets.UTF_8));
      text.append("data: ").append(payload).append("\n\n");
    }
    stream = text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> opening() {
    return family.equals("anthropic")
        ? List.of(
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"model\":\"m\",\"content\":[]}}",
            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}")
        : List.of();
  }

  private String delta(int number) {
    return switch (family) {
      case "openai-chat" ->
          "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,"
              + "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
              + WORDS
              + "\"},\"finish_reason\":null}]}";
      case "openai-responses" ->
          "{\"type\":\"response.output_text.delta\",\"sequence_number\":"
              + number
              + ",\"item_id\":\"msg_0252c107a0929a24016a85bfbad03c87d2\",\"output_index\":1,"
              + "\"content_index\":0,\"delta\":\""
              + WORDS
              + "\",\"logprobs\":[]}";
      case "anthropic" ->
          "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
              + WORDS
              + "\"}}";
      default ->
          "{\"candidates\":[{\"index\":0,\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\""
              + WORDS
              + "\"}]}}],\"usageMetadata\":{\"promptTokenCount\":9,\"candidatesTokenCount\":"
              + number
              + ",\"totalTokenCount\":51},\"modelVersion\":\"m\",\"responseId\":\"r1\"}";
    };
  }

  private List<String> ending() {
    return switch (family) {
      case "openai-chat" ->
          List.of("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
      case "openai-responses" ->
          List.of(
              "{\"type\":\"response.completed\",\"response\":{\"id\":\"resp_1\",\"status\":\"completed\",\"output\":[]}}");
      case "anthropic" ->
          List.of(
              "{\"type\":\"content_block_stop\",\"index\":0}",
              "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}",
              "{\"type\":\"message_stop\"}");
      default ->
          List.of("{\"candidates\":[{\"index\":0,\"content\":{},\"finishReason\":\"STOP\"}]}");
    };
  }

  private Response answer(okhttp3.Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(okhttp3.Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(stream, MediaType.get("text/event-stream")))
        .build();
  }

  private final OkHttpClient client =
      new OkHttpClient.Builder().addInterceptor(this::answer).build();

  private Provider provider() throws ProviderException {
    Protocol protocol = Protocol.named(family).orElseThrow();
    Endpoint endpoint =
        Endpoint.of(
            new ProviderSettings(
                "p",
                protocol,
                URI.create("http://127.0.0.1:9/v1"),
                KeyPlace.NONE,
                Map.of(),
                Map.of()),
            KeySource.NONE);
    return switch (protocol) {
      case OPENAI_CHAT -> new ChatCompletions(client, endpoint);
      case OPENAI_RESPONSES -> new Responses(client, endpoint);
      case ANTHROPIC -> new AnthropicMessages(client, endpoint);
      case GEMINI -> new GenerateContent(client, endpoint);
    };
  }

  /** Everything between the socket and the reply. */
  @Benchmark
  public Object bytesToReply() throws Exception {
    Assembler assembler = new Assembler();
    ChatRequest request =
        new ChatRequest(
            ModelCard.named(new ModelRef("p", "m")),
            Parameters.NONE,
            List.of(Message.user("Hello")),
            Blobs.NONE);
    try (ChatStream open = provider().chat(request)) {
      for (ChatEvent event = open.next(); event != null; event = open.next()) {
        assembler.accept(event, 0);
      }
    }
    if (assembler.characters() < (long) DELTAS * WORDS.length()) {
      throw new IllegalStateException("The answer was not read: " + assembler.characters());
    }
    return assembler.parts();
  }

  /** The floor. */
  @Benchmark
  public Object jacksonAlone() {
    Object last = null;
    for (byte[] payload : payloads) {
      last = Json.parse(payload, 0, payload.length);
    }
    return last;
  }
}
