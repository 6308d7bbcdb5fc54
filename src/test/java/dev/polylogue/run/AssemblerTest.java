package dev.polylogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblerTest {
  private final Assembler assembler = new Assembler();

  @Test
  void pausesOfASecondBetweenPiecesAreKept() {
    Assembler assembler = new Assembler();
    assembler.times().sent(50);
    assembler.times().connected(30L);
    for (long at : new long[] {200, 1_100, 2_100, 2_200, 5_000}) {
      assembler.accept(new ChatEvent.TextDelta("word "), at);
    }

    Course course = assembler.timing(5_100L).course();

    assertThat(course.stalls())
        .containsExactly(new Course.Stall(1_100, 2_100), new Course.Stall(2_200, 5_000));
    assertThat(course.sent()).isEqualTo(50);
    assertThat(course.connected()).isEqualTo(80);
  }

  @Test
  void aSketchIsABeginningSoThatNothingIsAskedForTwice_F101() {
    assertThat(assembler.hasBegun()).isFalse();
    assembler.accept(new ChatEvent.Sketched(Bytes.of("sketch"), "image/png"), 100);
    assertThat(assembler.hasBegun()).isTrue();
    assertThat(assembler.hasOutput()).isFalse();
  }

  @Test
  void aSketchThatIsLeftIsThePictureAndOneThatCantBeStoredIsToldOf() {
    ChatEvent.Sketched sketch = new ChatEvent.Sketched(Bytes.of("sketch"), "image/png");
    assembler.accept(sketch, 100);
    assembler.accept(Leftover.of(assembler.sketch(), Journal.NONE));
    assertThat(assembler.parts()).singleElement().isInstanceOf(Part.Picture.class);
    assertThat(assembler.outcome(null).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.about()).isEqualTo(Warning.SKETCH));
    assertThat(assembler.sketch()).isNull();
    assertThat(Leftover.of(null, Journal.NONE)).isNull();

    Assembler full = new Assembler();
    full.accept(sketch, 100);
    full.accept(
        Leftover.of(
            sketch,
            new Storeless() {
              @Override
              public Blob keep(Bytes bytes, String mediaType) throws JournalException {
                throw new JournalException(new IOException("The disk is full."));
              }
            }));
    assertThat(full.parts()).isEmpty();
    assertThat(full.outcome(null).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.about()).isEmpty())
        .satisfies(warning -> assertThat(warning.message()).endsWith("The disk is full."));
  }

  @Test
  void wordsOfOneKindAreOnePart() {
    assembler.accept(new ChatEvent.ReasoningDelta("Let "), 100);
    assembler.accept(new ChatEvent.ReasoningDelta("me see"), 400);
    assembler.accept(new ChatEvent.TextDelta("A "), 500);
    assembler.accept(new ChatEvent.TextDelta("kite"), 900);
    assembler.accept(new ChatEvent.Cited("https://example.org", "Kites"), 901);
    assembler.accept(new ChatEvent.Cited("https://example.org", "Kites"), 902);
    assembler.close();
    assertThat(assembler.parts())
        .containsExactly(
            new Part.Reasoning("Let me see", 400L),
            new Part.Text("A kite"),
            new Part.Citation("https://example.org", "Kites"));
    assertThat(assembler.timing(1000L)).isEqualTo(new Timing(100L, 500L, 900L, 1000L));
  }

  @Test
  void piecesOfInterleavedToolCallsFindTheirPlace_F90_F91() {
    assembler.accept(new ChatEvent.ToolCallDelta(1, "b", "two", "{\"x\""), 1);
    assembler.accept(new ChatEvent.ToolCallDelta(0, "a", "one", "{"), 2);
    assembler.accept(new ChatEvent.ToolCallDelta(1, "", "", ":1}"), 3);
    assembler.accept(new ChatEvent.ToolCallDelta(0, "a", "one", "}"), 4);
    assertThat(assembler.parts())
        .containsExactly(
            new Part.ToolCall("b", "two", "{\"x\":1}"), new Part.ToolCall("a", "one", "{}"));
  }

  @Test
  void theFirstNameAndReasonAndTheLastCountHold_F70() {
    assembler.accept(new ChatEvent.Started("r1", null), 0);
    assembler.accept(new ChatEvent.Started(null, "m1"), 0);
    assembler.accept(new ChatEvent.Started("r2", "m2"), 0);
    assembler.accept(new ChatEvent.Counted(Usage.of(1L, 1L, null, null), null), 1);
    assembler.accept(new ChatEvent.Counted(Usage.of(1L, 9L, null, null), null), 2);
    assembler.accept(new ChatEvent.Finished("length"), 3);
    assembler.accept(new ChatEvent.Finished("stop"), 4);
    var outcome = assembler.outcome(null);
    assertThat(outcome.requestId()).isEqualTo("r1");
    assertThat(outcome.reportedModel()).isEqualTo("m1");
    assertThat(outcome.finishReason()).isEqualTo("length");
    assertThat(outcome.usage()).isEqualTo(Usage.of(1L, 9L, null, null));
  }

  @Test
  void freshWordsAreHandedOutOnce() {
    List<Integer> marks = new ArrayList<>();
    assembler.accept(new ChatEvent.ReasoningDelta("a"), 1);
    assertThat(assembler.fresh(marks))
        .containsExactly(new Assembler.Fresh(0, Passage.Kind.REASONING, "a"));
    assertThat(assembler.fresh(marks)).isEmpty();
    assembler.accept(new ChatEvent.ReasoningDelta("b"), 2);
    assembler.accept(new ChatEvent.TextDelta("c"), 3);
    assertThat(assembler.fresh(marks))
        .containsExactly(
            new Assembler.Fresh(0, Passage.Kind.REASONING, "b"),
            new Assembler.Fresh(1, Passage.Kind.TEXT, "c"));
  }
}
