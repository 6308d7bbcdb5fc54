package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.history.HistoryStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a killed {@link KilledStreams} had said, held against what its folder holds. */
final class Killing {
  private record Report(double millis, int[] tokens) {}

  private UUID comparison = new UUID(0, 0);
  private final List<UUID> asked = new ArrayList<>();
  private final List<UUID> done = new ArrayList<>();
  private final List<Report> last = new ArrayList<>();

  private Killing() {}

  /** Starts a program on a folder and kills it so long after its first question was stored. */
  static Killing of(Path folder, int millis) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                classPath(),
                KilledStreams.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Killing killing = new Killing();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String first = output.readLine();
      assertThat(first).as("the child ended by itself").isNotNull();
      killing.hear(first);
      Thread reader = Thread.ofVirtual().start(() -> output.lines().forEach(killing::hear));
      assertThat(child.waitFor(millis, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
      child.toHandle().destroyForcibly();
      reader.join();
    } finally {
      child.destroyForcibly();
    }
    return killing;
  }

  private static String classPath() {
    return List.of("jdk.module.path", "surefire.test.class.path", "java.class.path").stream()
        .map(name -> System.getProperty(name, ""))
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** The last line may have been cut by the kill. */
  private void hear(String line) {
    String[] words = line.split(" ");
    if (words[0].equals("asked") && words.length == 3 && words[2].length() == 36) {
      comparison = UUID.fromString(words[1]);
      asked.add(UUID.fromString(words[2]));
      last.clear();
    } else if (words[0].equals("done") && words.length == 2 && words[1].length() == 36) {
      done.add(UUID.fromString(words[1]));
    } else if (words[0].equals("at") && words.length == 2 + KilledStreams.PANES) {
      int[] tokens = Arrays.stream(words).skip(2).mapToInt(Integer::parseInt).toArray();
      last.add(new Report(Long.parseLong(words[1]) / 1000.0, tokens));
    }
  }

  /** Opens the folder as the next start would. */
  Losses.Loss check(Path folder, int kills) throws Exception {
    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(store.list(1000, 0)).as("earlier ones").hasSizeGreaterThanOrEqualTo(kills);
      Comparison stored = store.load(comparison).orElseThrow();
      for (UUID turn : asked) {
        assertThat(stored.turn(turn).orElseThrow().user().text()).isEqualTo("Explain tides.");
        for (Pane pane : stored.panes()) {
          reply(pane, turn, stored.panes().indexOf(pane));
        }
      }
      assertThat(Integrity.of(folder)).as("integrity_check").isEqualTo("ok");
      return loss(stored);
    }
  }

  private void reply(Pane pane, UUID turn, int place) {
    Reply reply = pane.answer(turn).orElseThrow().reply();
    assertThat(reply.state())
        .isIn(
            done.contains(turn)
                ? List.of(ReplyState.COMPLETE)
                : List.of(ReplyState.COMPLETE, ReplyState.INTERRUPTED));
    String whole = text(place, KilledStreams.TOKENS);
    if (reply.state() == ReplyState.COMPLETE) {
      assertThat(reply.text()).isEqualTo(whole);
    } else {
      assertThat(whole).startsWith(reply.text());
    }
  }

  private Losses.Loss loss(Comparison stored) {
    int bytes = 0;
    double millis = 0;
    for (int place = 0; place < KilledStreams.PANES && !last.isEmpty(); place++) {
      Reply reply = stored.panes().get(place).answer(asked.getLast()).orElseThrow().reply();
      int kept = (int) reply.text().chars().filter(c -> c == ' ').count();
      int given = last.getLast().tokens[place];
      if (given > kept) {
        int pane = place;
        String lost = text(place, given).substring(text(place, kept).length());
        bytes = Math.max(bytes, lost.getBytes(StandardCharsets.UTF_8).length);
        Report before =
            last.stream()
                .filter(report -> report.tokens[pane] <= kept)
                .reduce((_, later) -> later)
                .orElse(last.getFirst());
        millis = Math.max(millis, last.getLast().millis - before.millis);
      }
    }
    return new Losses.Loss(asked.size(), done.size(), bytes, millis);
  }

  private static String text(int pane, int tokens) {
    return IntStream.range(0, tokens)
        .mapToObj(number -> KilledStreams.token(pane, number))
        .collect(Collectors.joining());
  }
}
