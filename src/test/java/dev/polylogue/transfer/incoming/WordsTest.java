package dev.polylogue.transfer.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  private static String said(String json) {
    return Words.of(Nodes.parsed(json.replace('\'', '"'))).text();
  }

  @Test
  void whatStandsUnderTheUsualNamesIsReadInItsOrder() {
    assertThat(said("{'type':'x','title':'A','id':'7','deep':[{'body':'B'},{'parts':['C',5]}]}"))
        .isEqualTo("A\n\nB\n\nC");
  }

  @Test
  void whereThereAreNoSuchNamesWhatIsNoWorkingsOfAProgramIsRead() {
    String coded = "x".repeat(400);
    assertThat(
            said(
                "{'weird':'Words','content_type':'t','asset_pointer':'p','blob':'%s'}"
                    .formatted(coded)))
        .isEqualTo("Words");
  }

  @Test
  void wordsWithoutEndAreCut() {
    Words words = Words.of(Nodes.parsed("{\"text\":\"%s\"}".formatted("🌊 ".repeat(100_000))));
    assertThat(words.cut()).isTrue();
    assertThat(words.text()).hasSizeLessThan(200_002).endsWith("…");
  }
}
