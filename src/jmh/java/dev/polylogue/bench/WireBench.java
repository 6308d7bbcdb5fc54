package dev.polylogue.bench;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Reply;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.openai.ChatCompletions;
import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.run.Runner;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The figures of the wire, from the socket's bytes to the assembled reply. */
final class WireBench {
  private static final int RUNS = 5;

  private WireBench() {}

  static List<Row> rows() throws Exception {
    List<Row> rows = new ArrayList<>();
    rows.addAll(decoding());
    rows.add(Row.atMost("wire.latency.median", median(RUNS, WireBench::latencyMillis), "ms", 1));
    rows.add(
        Row.atMost("wire.panes.8x400.last-behind", median(3, WireBench::behindMillis), "ms", 200));
    rows.add(Row.atMost("wire.panes.8x400.process-cpu", median(3, WireBench::cores), "cores", 1));
    return rows;
  }

  /** For each protocol in one run of JMH: everything from bytes to reply, against Jackson alone. */
  private static List<Row> decoding() throws Exception {
    Collection<RunResult> results =
        new org.openjdk.jmh.runner.Runner(
                new OptionsBuilder()
                    .include(DecodeBenchmark.class.getName())
                    .forks(1)
                    .warmupIterations(4)
                    .measurementIterations(7)
                    .warmupTime(org.openjdk.jmh.runner.options.TimeValue.seconds(1))
                    .measurementTime(org.openjdk.jmh.runner.options.TimeValue.seconds(1))
                    .build())
            .run();
    Map<String, Double> whole = new LinkedHashMap<>();
    Map<String, Double> floor = new LinkedHashMap<>();
    for (RunResult result : results) {
      boolean ours = result.getPrimaryResult().getLabel().equals("bytesToReply");
      (ours ? whole : floor)
          .put(
              result.getParams().getParam("family"),
              result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    List<Row> rows = new ArrayList<>();
    whole.forEach(
        (family, speed) ->
            rows.add(
                Row.atMost(
                    "wire.decode.%s.against-jackson-alone".formatted(family),
                    floor.get(family) / speed,
                    "x",
                    4)));
    return rows;
  }

  /** From the moment before a delta is handed to the socket until its event is there. */
  private static double latencyMillis() throws Exception {
    List<Double> late = new ArrayList<>();
    try (StreamHost host = new StreamHost(400, 200);
        ChatStream stream = provider(host).chat(request())) {
      for (ChatEvent event = stream.next(); event != null; event = stream.next()) {
        if (event instanceof ChatEvent.TextDelta delta) {
          long sent = Long.parseLong(delta.text().strip());
          late.add((System.nanoTime() - sent) / 1e6);
        }
      }
    }
    return median(late);
  }

  /** How long after the host's last delta the last of eight panes has it. */
  private static double behindMillis() throws Exception {
    try (StreamHost host = new StreamHost(2000, 400)) {
      Provider provider = provider(host);
      List<Job> jobs = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        jobs.add(
            new Job(
                UUID.randomUUID(),
                Reply.queued(UUID.randomUUID(), new ModelRef("host", "m")),
                request().card(),
                () -> provider.chat(request())));
      }
      Round round =
          new Runner(System::nanoTime)
              .start(UUID.randomUUID(), UUID.randomUUID(), jobs, Journal.NONE);
      round.awaitEnd();
      double behind = (System.nanoTime() - host.lastSent()) / 1e6;
      for (Run run : round.runs()) {
        Reply reply = run.result();
        if (reply == null || reply.text().split(" ").length != 2000) {
          throw new IllegalStateException("A pane lost words.");
        }
      }
      return behind;
    }
  }

  /** CPU of the whole program over its time, for {@code compare --json} with eight panes. */
  private static double cores() throws Exception {
    Path home = Files.createTempDirectory("polylogue-bench");
    try (StreamHost host = new StreamHost(4000, 400)) {
      run(
          home,
          List.of(
              "providers",
              "add",
              "host",
              "--protocol",
              "openai-chat",
              "--base-url",
              host.baseUrl().toString()));
      List<String> arguments = new ArrayList<>(List.of("compare", "--json", "Hello"));
      for (int i = 0; i < 8; i++) {
        arguments.addAll(List.of("-m", "host/m" + i));
      }
      long begin = System.nanoTime();
      Duration cpu = run(home, arguments);
      return (double) cpu.toNanos() / (System.nanoTime() - begin);
    }
  }

  private static Duration run(Path home, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of("target", "polylogue", "bin", "polylogue").toString());
    command.add("--home");
    command.add(home.toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
    return cpu;
  }

  private static Provider provider(StreamHost host) throws Exception {
    ProviderSettings settings =
        new ProviderSettings(
            "host", Protocol.OPENAI_CHAT, host.baseUrl(), KeyPlace.NONE, Map.of(), Map.of());
    return new ChatCompletions(SafeClient.create(), Endpoint.of(settings, KeySource.NONE));
  }

  private static ChatRequest request() {
    return new ChatRequest(
        ModelCard.named(new ModelRef("p", "m")),
        Parameters.NONE,
        List.of(Message.user("Hello")),
        Blobs.NONE);
  }

  private interface Measurement {
    double take() throws Exception;
  }

  /** The median of several runs, after one that does not count. */
  private static double median(int runs, Measurement measurement) throws Exception {
    List<Double> values = new ArrayList<>();
    measurement.take();
    for (int i = 0; i < runs; i++) {
      values.add(measurement.take());
    }
    return median(values);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
