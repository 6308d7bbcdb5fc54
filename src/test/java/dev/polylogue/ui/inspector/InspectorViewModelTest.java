package dev.polylogue.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
  private static final ModelRef MODEL = new ModelRef("xai", "grok-4.3");

  private final OnTheSpot work = new OnTheSpot();
  private final List<UUID> asked = new ArrayList<>();
  private final InspectorViewModel inspector =
      new InspectorViewModel(
          ExchangeSource.of(this::stored, exchange -> "curl " + exchange.request().url()),
          work,
          Bench.TEXTS);

  private List<Exchange> stored(UUID reply) {
    asked.add(reply);
    return List.of(
        exchange("{\"model\":\"grok-4.3\",\"messages\":[]}".replace("\\", ""), "data: {}\n\n"));
  }

  private static Exchange exchange(String sent, String received) {
    return new Exchange(
        "xai",
        Protocol.OPENAI_CHAT,
        new Exchange.Request(
            "POST",
            "https://api.example.com/v1/chat/completions",
            List.of(new Exchange.Header("Authorization", "[key removed]")),
            Bytes.of(sent),
            sent.length()),
        new Exchange.Response(200, List.of(), Bytes.of(received), received.length() + 1L));
  }

  private static Subject subject(int reply, boolean live) {
    Snapshot snapshot = Snapshot.of(Reply.queued(new UUID(0, reply), MODEL));
    return new Subject(MODEL, Parameters.NONE, snapshot, live);
  }

  @Test
  void nothingIsReadWhileTheInspectorIsClosed() {
    inspector.show(subject(1, false));
    assertThat(asked).isEmpty();
    inspector.toggle();
    assertThat(asked).containsExactly(new UUID(0, 1));
  }

  @Test
  void aReplyThatIsLiveIsReadWhenItHasEnded() {
    inspector.toggle();
    inspector.show(subject(1, true));
    assertThat(asked).isEmpty();
    assertThat(inspector.noteProperty().get()).contains("still being made");
    inspector.show(subject(1, false));
    inspector.show(subject(1, false));
    assertThat(asked).hasSize(1);
    assertThat(inspector.exchanges()).hasSize(1);
  }

  @Test
  void whatComesTooLateForAnotherReplyIsNotShown() {
    inspector.toggle();
    work.hold();
    inspector.show(subject(1, false));
    inspector.show(null);
    work.letGo();
    assertThat(inspector.exchanges()).isEmpty();
  }

  @Test
  void theRequestIsIndentedToBeReadAndCopiedAsItWasSent() {
    inspector.toggle();
    inspector.show(subject(1, false));
    ExchangePage page = inspector.exchanges().getFirst();
    assertThat(page.request().lines())
        .contains("Authorization: [key removed]", "  \"model\": \"grok-4.3\",".replace("\\", ""));
    assertThat(page.request().text()).contains("\"messages\":[]".replace("\\", ""));
    assertThat(page.curl()).isEqualTo("curl https://api.example.com/v1/chat/completions");
  }

  @Test
  void aBodyOfWhichOnlyAPartWasKeptIsMarked() {
    inspector.toggle();
    inspector.show(subject(1, false));
    ExchangePage page = inspector.exchanges().getFirst();
    assertThat(page.request().cut()).isFalse();
    assertThat(page.response()).isNotNull().extracting(Side::cut).isEqualTo(true);
  }

  @Test
  void aLineOfAMegabyteIsShownInPieces() {
    String body = "{\"data\":\"" + "A".repeat(1_000_000) + "\"}";
    ExchangePage page = ExchangePage.of(exchange(body.replace("\\", ""), ""), sent -> "");
    assertThat(page.request().lines())
        .allMatch(line -> line.length() <= 400)
        .hasSizeGreaterThan(2_500);
  }

  @Test
  void theWidthStaysWithinWhatCanBeUsed() {
    inspector.resize(20);
    assertThat(inspector.widthProperty().get()).isEqualTo(InspectorViewModel.LEAST_WIDTH);
    inspector.resize(5_000);
    assertThat(inspector.widthProperty().get()).isEqualTo(InspectorViewModel.MOST_WIDTH);
  }
}
