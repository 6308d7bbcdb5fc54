package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Warning;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a tile says of a result. */
class FacesTest {
  private final Faces faces = new Faces(new Texts(Locale.ENGLISH));

  @Test
  void aPictureOfAnAnswerThatFailedSaysWhy_I37() {
    Failure failure = Failure.of(FailureKind.PROTOCOL, "What came can't be used.");
    Reply reply =
        new Reply(
            UUID.randomUUID(),
            new ModelRef("mine", "painter"),
            ReplyState.FAILED,
            List.of(new Part.Picture(new Blob("0".repeat(64), "image/png", 1, ""))),
            Outcome.NONE.with(failure),
            Timing.NONE);

    TileViewModel.Face face =
        faces.of(Snapshot.of(reply), "mine", 0, new Faces.Wait(0, false), null);

    assertThat(face.state()).isEqualTo(TileViewModel.State.DONE);
    assertThat(face.notes()).containsExactly("What came can't be used.");
  }

  @Test
  void whatIsMadeReadyIsNotSaidToBeAtTheModelYet() {
    Snapshot queued = Snapshot.of(Reply.queued(UUID.randomUUID(), new ModelRef("mine", "painter")));

    TileViewModel.Face ready = faces.of(queued, "mine", 0, new Faces.Wait(3_000, false), null);
    TileViewModel.Face ending = faces.of(queued, "mine", 0, new Faces.Wait(3_000, true), null);

    assertThat(ready.detail()).startsWith("preparing");
    assertThat(ready.words()).isEqualTo("3 s");
    assertThat(ending.state()).isEqualTo(TileViewModel.State.STOPPING);
    assertThat(ending.isAwaited()).isTrue();
    assertThat(ending.words()).startsWith("stopping");
  }

  @Test
  void whatAPictureLeavesOutOfTheInstructionIsSaidBelowIt() {
    Warning left = new Warning(Warning.INSTRUCTION, "Not understood: “a unicorn”.");
    Reply reply =
        new Reply(
            UUID.randomUUID(),
            new ModelRef("sandbox", "darkroom"),
            ReplyState.COMPLETE,
            List.of(new Part.Picture(new Blob("0".repeat(64), "image/png", 1, ""))),
            new Outcome(
                Outcome.Origin.UNKNOWN,
                "stop",
                null,
                null,
                List.of(new Warning("", "Rewritten."), left),
                null),
            Timing.NONE);

    TileViewModel.Face face =
        faces.of(Snapshot.of(reply), "sandbox", 0, new Faces.Wait(0, false), null);

    assertThat(face.words()).isEqualTo("Not understood: “a unicorn”.");
  }

  @Test
  void aLongWaitThatTheProviderAsksForIsNamed_F27() {
    Failure failure = new Failure(FailureKind.RATE_LIMIT, 429, "Too many pictures.", 600.0);
    Reply reply =
        new Reply(
            UUID.randomUUID(),
            new ModelRef("mine", "painter"),
            ReplyState.FAILED,
            List.of(),
            Outcome.NONE.with(failure),
            Timing.NONE);

    TileViewModel.Face face =
        faces.of(Snapshot.of(reply), "mine", 0, new Faces.Wait(0, false), null);

    assertThat(face.words()).contains("Too many pictures.", "asks to wait 10 min");
  }
}
