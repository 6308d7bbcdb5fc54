package dev.polylogue.provider.openai;

import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.SseReader;
import dev.polylogue.run.Assembler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The bytes of a stream to an assembled reply, and Jackson alone on the same payloads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class DecodeBenchmark {
  private static final int DELTAS = 5000;
  private static final String WORDS =
      "Sixty bytes of an answer, as a fast model sends it at once, ";

  private final List<byte[]> payloads = new ArrayList<>();
  private final byte[] stream;

  public DecodeBenchmark() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < DELTAS; i++) {
      String payload =
          "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,"
              + "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
              + WORDS
              + "\"},\"finish_reason\":null}]}";
      payloads.add(payload.getBytes(StandardCharsets.UTF_8));
      text.append("data: ").append(payload).append("\n\n");
    }
    stream = text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes of the stream that one call of {@link #bytesToReply} reads. */
  public static long bytes() {
    return new DecodeBenchmark().stream.length;
  }

  @Benchmark
  public Object bytesToReply() throws Exception {
    SseReader reader = new SseReader(new ByteArrayInputStream(stream));
    ChunkDecoder decoder = new ChunkDecoder("host");
    Assembler assembler = new Assembler();
    while (reader.next()) {
      decoder.accept(
          Json.parse(reader.data(), 0, reader.length()), event -> assembler.accept(event, 0));
    }
    return assembler.parts();
  }

  @Benchmark
  public Object jacksonAlone() {
    Object last = null;
    for (byte[] payload : payloads) {
      last = Json.parse(payload, 0, payload.length);
    }
    return last;
  }
}
