package dev.polylogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the Java machine itself gives up, a reply ends like any other (D39). */
@Timeout(30)
class DyingTest {

  @ParameterizedTest
  @ValueSource(
      classes = {NoClassDefFoundError.class, StackOverflowError.class, OutOfMemoryError.class})
  void aReplyThatDiesInTheMiddleFailsAndKeepsWhatCame(Class<? extends Error> kind)
      throws Exception {
    Error death = kind.getConstructor(String.class).newInstance("on purpose");
    BlockingQueue<Reply> stored = new LinkedBlockingQueue<>();
    Round round =
        start(
            () -> {
              throw death;
            },
            storing(stored));
    round.awaitEnd();
    Reply reply = Objects.requireNonNull(round.runs().getFirst().result());
    assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
    assertThat(reply.text()).isEqualTo("kept");
    assertThat(Answers.failure(reply).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(Answers.failure(reply).message()).contains(kind.getSimpleName(), "on purpose");
    assertThat(stored).containsExactly(reply);
  }

  @Test
  void aReplyWhoseStoringDiesEndsAndIsSaidToBeUnsaved_D07() throws Exception {
    Round round =
        start(
            () -> null,
            new Storeless() {
              @Override
              public void finish(Reply reply, List<Exchange> exchanges) {
                throw new NoClassDefFoundError("on purpose");
              }
            });
    round.awaitEnd();
    Run run = round.runs().getFirst();
    assertThat(Objects.requireNonNull(run.result()).text()).isEqualTo("kept");
    assertThat(run.snapshot().storageTrouble())
        .isEqualTo("java.lang.NoClassDefFoundError: on purpose");
  }

  @Test
  void aJournalThatDiesIsOfferedTheWordsAgain_D39() throws Exception {
    BlockingQueue<List<Journal.Entry>> offered = new LinkedBlockingQueue<>();
    BlockingQueue<Boolean> goOn = new LinkedBlockingQueue<>();
    Round round =
        start(
            () -> taken(goOn),
            new Storeless() {
              @Override
              public void append(List<Entry> entries) {
                offered.add(List.copyOf(entries));
                if (offered.size() == 1) {
                  throw new OutOfMemoryError("on purpose");
                }
                goOn.add(true);
              }
            });
    round.awaitEnd();
    assertThat(offered.stream().map(entries -> entries.getFirst().text()))
        .startsWith("kept", "kept");
  }

  private static ChatEvent taken(BlockingQueue<Boolean> goOn) {
    try {
      goOn.take();
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Journal storing(BlockingQueue<Reply> stored) {
    return new Storeless() {
      @Override
      public void finish(Reply reply, List<Exchange> exchanges) {
        stored.add(reply);
      }
    };
  }

  private static Round start(Supplier<ChatEvent> second, Journal journal) {
    Job job =
        new Job(
            UUID.randomUUID(),
            Reply.queued(UUID.randomUUID(), new ModelRef("host", "model")),
            ModelCard.named(new ModelRef("host", "model")),
            () -> new Words(second));
    return new Runner(System::nanoTime, Patience.NONE)
        .start(UUID.randomUUID(), UUID.randomUUID(), List.of(job), journal);
  }

  /** One word, and then whatever the test wants. */
  private static final class Words implements ChatStream {
    private final Supplier<ChatEvent> second;
    private boolean begun;

    Words(Supplier<ChatEvent> second) {
      this.second = second;
    }

    @Override
    public ChatEvent next() {
      if (begun) {
        return second.get();
      }
      begun = true;
      return new ChatEvent.TextDelta("kept");
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
