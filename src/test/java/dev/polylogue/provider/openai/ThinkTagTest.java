package dev.polylogue.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.provider.ChatEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinkTagTest {
  private static List<ChatEvent> events(String... pieces) {
    List<ChatEvent> events = new ArrayList<>();
    ThinkTag tag = new ThinkTag();
    for (String piece : pieces) {
      tag.accept(piece, events::add);
    }
    tag.end(events::add);
    return events;
  }

  @Test
  void thinkingInsideTheTextIsTakenOutAtTheStartOnly() {
    assertThat(events("<th", "ink>Hm</thi", "nk>\n\nHi <think>"))
        .containsExactly(new ChatEvent.ReasoningDelta("Hm"), new ChatEvent.TextDelta("Hi <think>"));
  }

  @Test
  void aTagThatNeverComesLosesNothing() {
    assertThat(events("<thi")).containsExactly(new ChatEvent.TextDelta("<thi"));
  }
}
