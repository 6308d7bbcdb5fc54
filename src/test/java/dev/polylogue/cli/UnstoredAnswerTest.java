package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.Workbench;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Reply;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.JournalException;
import dev.polylogue.run.Patience;
import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.run.Runner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** What is printed of an answer that is complete and could not be stored (D07). */
@Timeout(30)
class UnstoredAnswerTest {
  private static final ModelRef ASKED = new ModelRef("host", "m");
  private static final String WORDS =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"whole\"},\"finish_reason\":\"stop\"}]}\n\n"
          + "data: [DONE]\n\n";

  private final UUID comparison = UUID.randomUUID();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static Journal failing() {
    return new Journal() {
      @Override
      public void append(List<Entry> entries) throws JournalException {
        throw full();
      }

      @Override
      public Blob keep(Bytes bytes, String mediaType) throws JournalException {
        throw full();
      }

      @Override
      public void finish(Reply reply, List<Exchange> exchanges) throws JournalException {
        throw full();
      }
    };
  }

  private static JournalException full() {
    return new JournalException(new IOException("The disk is full."));
  }

  private Console console() {
    return new Console(
        new GlobalOptions(),
        Path.of(""),
        Workbench::open,
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)));
  }

  private CompareCommand.Asked asked(FaultHost host, Journal journal) throws Exception {
    Provider provider = Answers.provider(host.baseUrl(), "canary-4711", Map.of());
    ModelCard card = ModelCard.named(ASKED);
    ChatRequest request =
        new ChatRequest(card, Parameters.NONE, List.of(Message.user("Hello")), Blobs.NONE);
    Job job =
        new Job(
            UUID.randomUUID(),
            Reply.queued(UUID.randomUUID(), ASKED),
            card,
            () -> provider.chat(request));
    Round round =
        new Runner(System::nanoTime, Patience.NONE)
            .start(comparison, UUID.randomUUID(), List.of(job), journal);
    Map<UUID, Integer> numbers = new LinkedHashMap<>();
    for (Run run : round.runs()) {
      numbers.put(run.pane(), numbers.size());
    }
    return new CompareCommand.Asked(comparison, round, numbers);
  }

  private static FaultHost host() throws IOException {
    return FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + WORDS));
  }

  @Test
  void aPersonIsNotToldThatItWasKept_D07() throws Exception {
    try (FaultHost host = host()) {
      new TerminalFollower(console(), asked(host, failing())).follow();
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("whole")
        .contains(
            "Not kept whole: %s lacks all or the end of 1 of 1 answers.".formatted(comparison))
        .doesNotContain("Kept as");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("The disk is full.");
  }

  @Test
  void aProgramIsToldWhyItWasNot_D07() throws Exception {
    for (Journal journal : List.of(failing(), Journal.NONE)) {
      out.reset();
      try (FaultHost host = host()) {
        new JsonFollower(console(), asked(host, journal)).follow();
      }
      var done =
          new JsonMapper()
              .readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
      assertThat(done.path("event").asString()).isEqualTo("done");
      assertThat(done.path("state").asString()).isEqualTo("complete");
      assertThat(done.has("notStored")).isEqualTo(!journal.equals(Journal.NONE));
      assertThat(done.path("notStored").asString("The disk is full."))
          .isEqualTo("The disk is full.");
    }
  }
}
