package dev.polylogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundTest {

  @Test
  void oneFailingPaneLeavesItsSiblingsAlone_F98() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (_, request) ->
                request.body().contains("\"p3\"")
                    ? wire -> wire.send(FaultHost.answer(401, "text/plain", "no"))
                    : wire -> wire.send(FaultHost.streamHead() + words("ok") + end()))) {
      Round round = start(host.baseUrl(), 8, Journal.NONE);
      round.awaitEnd();
      for (int i = 0; i < 8; i++) {
        Reply reply = round.runs().get(i).result();
        assertThat(reply.state()).isEqualTo(i == 3 ? ReplyState.FAILED : ReplyState.COMPLETE);
      }
    }
  }

  @Test
  void everyAnswerStaysInItsOwnPane_T13_F97() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (_, request) -> {
              String model = request.body().replaceAll("(?s).*\"model\":\"(p\\d+)\".*", "$1");
              return wire -> {
                wire.send(FaultHost.streamHead());
                for (int i = 0; i < 200; i++) {
                  wire.send(words(model + " "));
                }
                wire.send(end());
              };
            })) {
      Round round = start(host.baseUrl(), 8, Journal.NONE);
      round.awaitEnd();
      for (int i = 0; i < 8; i++) {
        assertThat(round.runs().get(i).result().text()).isEqualTo(("p" + i + " ").repeat(200));
      }
    }
  }

  @Test
  void stopKeepsWhatCameAndReachesTheSocket_F83() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(FaultHost.streamHead() + words("kept"));
              try {
                wire.awaitClose();
              } finally {
                closed.countDown();
              }
            })) {
      Round round = start(host.baseUrl(), 1, Journal.NONE);
      Run run = round.runs().getFirst();
      awaitState(round, run, ReplyState.STREAMING);
      run.stop();
      round.awaitEnd();
      assertThat(run.result().state()).isEqualTo(ReplyState.STOPPED);
      assertThat(run.result().text()).isEqualTo("kept");
      assertThat(run.result().outcome().failure()).isNull();
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whoWaitsForTheFirstWordsHasThemBeforeTheReplyEnds() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(FaultHost.streamHead() + words("first"));
              await(heard);
              wire.send(words(" and last") + end());
            })) {
      Round round = start(host.baseUrl(), 1, Journal.NONE);
      Run run = round.runs().getFirst();
      round.awaitWords(run);
      assertThat(run.snapshot().content().passages().getFirst().text()).hasToString("first");
      heard.countDown();
      round.awaitEnd();
    }
  }

  @Test
  void whoWaitsForTheFirstWordsOfAReplyThatHasNoneWaitsForItsEnd() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(401, "text/plain", "no")))) {
      Round round = start(host.baseUrl(), 1, Journal.NONE);
      Run run = round.runs().getFirst();
      round.awaitWords(run);
      assertThat(run.result().state()).isEqualTo(ReplyState.FAILED);
    }
  }

  @Test
  void stopBeforeTheHeadersEndsAtOnce_F83() throws Exception {
    try (FaultHost host = FaultHost.playing(FaultHost.Wire::awaitClose)) {
      Round round = start(host.baseUrl(), 1, Journal.NONE);
      awaitState(round, round.runs().getFirst(), ReplyState.WAITING);
      round.stopAll();
      round.awaitEnd();
      assertThat(round.runs().getFirst().result().state()).isEqualTo(ReplyState.STOPPED);
    }
  }

  @Test
  void stoppingOnePaneLeavesTheOthersRunning() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(FaultHost.streamHead() + words("a"));
              await(goOn);
              wire.send(words("b") + end());
            })) {
      Round round = start(host.baseUrl(), 2, Journal.NONE);
      Run first = round.runs().get(0);
      Run second = round.runs().get(1);
      awaitState(round, first, ReplyState.STREAMING);
      awaitState(round, second, ReplyState.STREAMING);
      first.stop();
      goOn.countDown();
      round.awaitEnd();
      assertThat(first.result().state()).isEqualTo(ReplyState.STOPPED);
      assertThat(second.result().state()).isEqualTo(ReplyState.COMPLETE);
      assertThat(second.result().text()).isEqualTo("ab");
    }
  }

  @Test
  void wordsAreJournaledWhileTheyStreamAndOnlyOnce_D01() throws Exception {
    BlockingQueue<String> journaled = new LinkedBlockingQueue<>();
    Journal journal = journal(journaled);
    CountDownLatch goOn = new CountDownLatch(1);
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(FaultHost.streamHead() + words("one "));
              await(goOn);
              wire.send(words("two") + end());
            })) {
      Round round = start(host.baseUrl(), 1, journal);
      assertThat(journaled.poll(10, TimeUnit.SECONDS)).isEqualTo("one ");
      goOn.countDown();
      round.awaitEnd();
      List<String> rest = new ArrayList<>();
      journaled.drainTo(rest);
      assertThat(rest).endsWith("finished: one two").doesNotContain("one ");
    }
  }

  @Test
  void wordsThatCouldNotBeStoredStayAndAreSaidToBeUnsaved_D07() throws Exception {
    Journal broken =
        new Journal() {
          @Override
          public void append(List<Entry> entries) throws JournalException {
            throw new JournalException(new IOException("The disk is full."));
          }

          @Override
          public Blob keep(Bytes bytes, String mediaType) throws JournalException {
            throw new JournalException(new IOException("The disk is full."));
          }

          @Override
          public void finish(Reply reply, List<Exchange> exchanges) throws JournalException {
            throw new JournalException(new IOException("The disk is full."));
          }
        };
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + words("kept") + end()))) {
      Round round = start(host.baseUrl(), 1, broken);
      round.awaitEnd();
      Run run = round.runs().getFirst();
      assertThat(run.snapshot().storageTrouble()).isEqualTo("The disk is full.");
      assertThat(run.result().text()).isEqualTo("kept");
      assertThat(run.result().state()).isEqualTo(ReplyState.COMPLETE);
    }
  }

  @Test
  void aJournalThatThrowsWhateverItLikesIsOfferedTheWordsAgain_D39() throws Exception {
    BlockingQueue<List<Journal.Entry>> offered = new LinkedBlockingQueue<>();
    CountDownLatch goOn = new CountDownLatch(1);
    Journal failingOnce =
        new Storeless() {
          @Override
          public void append(List<Entry> entries) {
            offered.add(List.copyOf(entries));
            if (offered.size() == 1) {
              throw new IllegalStateException("a mistake in the program");
            }
            goOn.countDown();
          }
        };
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(FaultHost.streamHead() + words("kept"));
              await(goOn);
              wire.send(end());
            })) {
      Round round = start(host.baseUrl(), 1, failingOnce);
      round.awaitEnd();
      assertThat(offered).hasSizeGreaterThanOrEqualTo(2);
      assertThat(offered.stream().map(entries -> entries.getFirst().text()))
          .startsWith("kept", "kept");
    }
  }

  @Test
  void aProviderThatIsNotThereFailsItsPane() throws Exception {
    Round round =
        new Runner(System::nanoTime, Patience.NONE)
            .start(
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(
                    job(
                        0,
                        () -> {
                          throw ProviderException.failed(
                              FailureKind.NOT_FOUND, "No such provider.");
                        })),
                Journal.NONE);
    round.awaitEnd();
    assertThat(Answers.failure(round.runs().getFirst().result()).kind())
        .isEqualTo(FailureKind.NOT_FOUND);
  }

  private static Journal journal(BlockingQueue<String> journaled) {
    return new Storeless() {
      @Override
      public void append(List<Entry> entries) {
        entries.forEach(entry -> journaled.add(entry.text()));
      }

      @Override
      public void finish(Reply reply, List<Exchange> exchanges) {
        journaled.add("finished: " + reply.text());
      }
    };
  }

  private static Round start(URI baseUrl, int panes, Journal journal) throws ProviderException {
    Provider provider = Answers.provider(baseUrl, "canary-4711", Map.of());
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < panes; i++) {
      String model = "p" + i;
      jobs.add(job(i, () -> provider.chat(asked(model))));
    }
    return new Runner(System::nanoTime, Patience.NONE)
        .start(UUID.randomUUID(), UUID.randomUUID(), jobs, journal);
  }

  private static ChatRequest asked(String model) {
    return new ChatRequest(
        ModelCard.named(new ModelRef("p", model)),
        Parameters.NONE,
        List.of(Message.user("Hello")),
        Blobs.NONE);
  }

  private static Job job(int number, Job.Opening opening) {
    String model = "p" + number;
    return new Job(
        UUID.randomUUID(),
        Reply.queued(UUID.randomUUID(), new ModelRef("host", model)),
        ModelCard.named(new ModelRef("p", model)),
        opening);
  }

  private static void awaitState(Round round, Run run, ReplyState state)
      throws InterruptedException {
    while (run.snapshot().state() != state) {
      assertThat(round.pause(1)).as("ended before it was " + state).isFalse();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String words(String text) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
  }

  private static String end() {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        + "data: [DONE]\n\n";
  }
}
