package dev.polylogue.provider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibrarianTest {
  private static final Archive.Entry TIDES =
      new Archive.Entry(
          "*Tides*", "polylogue://comparison/1#2", "you, 2026-11-22", "<b>the spring tide</b>");

  private final List<String> asked = new ArrayList<>();

  private Librarian librarian(String known) {
    return new Librarian(
        (words, most) -> {
          asked.add(words);
          return words.equals(known) ? List.of(TIDES) : List.of();
        });
  }

  @Test
  void itLooksForTheWordsThatTellAndCitesWhereTheyStand() throws Exception {
    var speech = librarian("spring tide ").answer("What did I ask about the spring tide?");

    assertThat(asked).containsExactly("spring tide ");
    assertThat(speech.citations())
        .containsExactly(new SandboxModel.Citation(TIDES.address(), TIDES.title()));
    assertThat(speech.answer()).contains("1 place", "\\*Tides\\*", "\\<b\\>the spring tide");
  }

  @Test
  void whereNothingHasAllWordsItShowsWhatHasSome() throws Exception {
    var speech = librarian("tide ").answer("tide zeppelin");

    assertThat(asked).containsExactly("tide zeppelin ", "zeppelin ", "tide ");
    assertThat(speech.answer()).startsWith("Nothing has all of **tide zeppelin**");
    assertThat(speech.citations()).hasSize(1);
  }

  @Test
  void itSaysSoWhenThereIsNothing() throws Exception {
    assertThat(librarian("x").answer("zeppelin").citations()).isEmpty();
    assertThat(librarian("x").answer("  ").answer()).contains("Tell me which words");
  }
}
