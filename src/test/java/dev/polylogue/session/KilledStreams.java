package dev.polylogue.session;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.run.Job;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks eight panes, each of which answers 400 tokens a second, turn after turn for ever, through
 * the same runner and journal as the program. Says on its output {@code asked COMPARISON TURN} once
 * a prompt is stored, {@code done TURN} once its replies are, and every few milliseconds {@code at
 * MICROS n n n n n n n n}: how many tokens of the turn each pane has been given so far.
 */
final class KilledStreams {
  static final int PANES = 8;
  static final int TOKENS = 160;
  private static final long NANOS_A_TOKEN = 1_000_000_000L / 400;
  private static final long REPORT_MILLIS = 4;

  private final HistoryStore history;
  private final PrintStream out;
  private final long begun = System.nanoTime();

  private KilledStreams(HistoryStore history, PrintStream out) {
    this.history = history;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new KilledStreams(HistoryStore.open(Path.of(arguments[0])), out).stream();
  }

  static String token(int pane, int number) {
    return "p" + pane + "·" + number + " ";
  }

  private void stream() throws HistoryException, InterruptedException {
    List<PaneSpec> specs =
        Collections.nCopies(PANES, PaneSpec.of(ModelRef.parse("sandbox/scribe")));
    Comparisons comparisons = new Comparisons(history, UUID::randomUUID, InstantSource.system());
    Comparison comparison = comparisons.create(specs, "");
    Runner runner = new Runner(System::nanoTime);
    while (true) {
      turn(comparison, runner);
    }
  }

  private void turn(Comparison comparison, Runner runner)
      throws HistoryException, InterruptedException {
    Turn turn = new Turn(UUID.randomUUID(), Message.user("Explain tides."), Instant.now());
    AtomicIntegerArray given = new AtomicIntegerArray(PANES);
    Map<UUID, Reply> queued = new LinkedHashMap<>();
    List<Job> jobs = new ArrayList<>();
    for (Pane pane : comparison.panes()) {
      Reply reply = Reply.queued(UUID.randomUUID(), pane.model());
      queued.put(pane.id(), reply);
      int place = jobs.size();
      ModelCard card = ModelCard.named(pane.model());
      jobs.add(new Job(pane.id(), reply, card, () -> new Paced(place, given)));
    }
    history.beginTurn(comparison.id(), turn, queued);
    out.println("asked " + comparison.id() + " " + turn.id());
    Round round = runner.start(comparison.id(), turn.id(), jobs, new HistoryJournal(history));
    do {
      out.println("at " + (System.nanoTime() - begun) / 1000 + " " + words(given));
    } while (!round.pause(REPORT_MILLIS));
    out.println("done " + turn.id());
  }

  private static String words(AtomicIntegerArray given) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < given.length(); i++) {
      words.append(given.get(i)).append(' ');
    }
    return words.toString().strip();
  }

  /** An answer that comes at a steady pace. */
  private static final class Paced implements ChatStream {
    private final int pane;
    private final AtomicIntegerArray given;
    private final long begun = System.nanoTime();

    Paced(int pane, AtomicIntegerArray given) {
      this.pane = pane;
      this.given = given;
    }

    @Override
    public @Nullable ChatEvent next() throws ProviderException {
      int number = given.get(pane);
      if (number == TOKENS) {
        return null;
      }
      long due = begun + number * NANOS_A_TOKEN;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      given.incrementAndGet(pane);
      return new ChatEvent.TextDelta(token(pane, number));
    }

    @Override
    public Phase phase() {
      return Phase.RECEIVING;
    }

    @Override
    public List<Exchange> exchanges() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
