package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final Outcome ENDED =
      new Outcome(
          new Outcome.Origin("m-1", "r"),
          "stop",
          Usage.of(1L, 2L, null, null),
          null,
          List.of(),
          null);

  @Test
  void eachThingThatIsNotAsItWasIsNamed() {
    Reply stored =
        reply(
            ReplyState.COMPLETE,
            ENDED,
            new Part.Reasoning("Hm", 5L),
            new Part.Text("one two"),
            new Part.Citation("https://a.example", null));
    assertThat(Differences.of(stored, stored)).isEmpty();
    Reply again =
        reply(
            ReplyState.FAILED,
            Outcome.NONE.with(Failure.of(FailureKind.PROTOCOL, "no")),
            new Part.Text("one three"));
    assertThat(Differences.of(stored, again))
        .hasSize(8)
        .anyMatch(line -> line.equals("text: from character 5 stored \"wo\", read again \"hree\""))
        .anyMatch(line -> line.equals("reasoning: stored \"Hm\", read again null"))
        .anyMatch(line -> line.startsWith("citations:"))
        .anyMatch(line -> line.startsWith("reported model:"))
        .anyMatch(line -> line.equals("finish reason: stored stop, read again null"))
        .anyMatch(line -> line.startsWith("usage:"))
        .anyMatch(line -> line.equals("state: stored complete, read again failed"))
        .anyMatch(line -> line.equals("error: stored null, read again protocol"));
  }

  @Test
  void whatTheUserBrokeOffIsComparedAsFarAsItWent() {
    Reply stopped = reply(ReplyState.STOPPED, Outcome.NONE, new Part.Text("one"));
    Reply whole = reply(ReplyState.COMPLETE, ENDED, new Part.Text("one two"));
    assertThat(Differences.of(stopped, whole)).isEmpty();
    Reply other = reply(ReplyState.COMPLETE, ENDED, new Part.Text("two"));
    assertThat(Differences.of(stopped, other)).singleElement().asString().startsWith("text:");
  }

  @Test
  void howAConnectionEndedIsNotInItsBytes() {
    Reply late =
        reply(
            ReplyState.INTERRUPTED,
            Outcome.NONE.with(Failure.of(FailureKind.TIMEOUT, "No data.")),
            new Part.Text("one"));
    Reply cut =
        reply(
            ReplyState.INTERRUPTED,
            Outcome.NONE.with(Failure.of(FailureKind.DISCONNECTED, "Cut.")),
            new Part.Text("one"));
    assertThat(Differences.of(late, cut)).isEmpty();
  }

  private static Reply reply(ReplyState state, Outcome outcome, Part... parts) {
    return new Reply(
        new UUID(0, 1), new ModelRef("p", "m"), state, List.of(parts), outcome, Timing.NONE);
  }
}
