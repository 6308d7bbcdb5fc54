package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.Found.Role;
import dev.polylogue.conversation.FoundPage;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import dev.polylogue.vote.Blinding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, in which languages, and by which operators. */
class SearchTest {
  private static final Clock CLOCK = Clock.fixed(Samples.NOON, ZoneOffset.UTC);

  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;
  private Comparison comparison;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder);
    comparison = samples.comparison(Samples.SCRIBE, Samples.GROK);
    store.create(comparison);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Turn ask(String prompt) throws HistoryException {
    Turn turn = samples.turn(prompt);
    store.beginTurn(comparison.id(), turn, Map.of());
    return turn;
  }

  private Reply answer(int pane, Turn turn, Part... parts) throws HistoryException {
    Reply queued = samples.queued(comparison.panes().get(pane));
    store.beginAlternative(comparison.panes().get(pane).id(), turn.id(), queued);
    Reply ended =
        new Reply(
            queued.id(),
            queued.model(),
            ReplyState.COMPLETE,
            List.of(parts),
            Outcome.NONE,
            Timing.NONE);
    store.finish(ended, List.of());
    return ended;
  }

  private List<Found> find(String typed) throws HistoryException {
    return store.search(CLOCK).page(typed, FoundPage.NEWEST, 50).found();
  }

  /** Without titles, which repeat the first prompt. */
  private List<UUID> messages(String typed) throws HistoryException {
    return find(typed).stream()
        .filter(found -> found.role() != Role.TITLE)
        .map(found -> found.place().message())
        .toList();
  }

  @Test
  void everyKindOfWordIsFoundWhereItStands() throws Exception {
    Turn turn = ask("Why is the sea salty?");
    Reply reply =
        answer(1, turn, new Part.Reasoning("Rivers carry minerals.", 5L), new Part.Text("Rocks."));
    store.rename(comparison.id(), "Oceanography");

    assertThat(find("oceanography"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.role()).isEqualTo(Role.TITLE);
              assertThat(found.place().message()).isNull();
              assertThat(found.comparison()).isEqualTo(comparison.id());
            });
    assertThat(find("salty"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.role()).isEqualTo(Role.USER);
              assertThat(found.place().message()).isEqualTo(turn.id());
              assertThat(found.place().index()).isNull();
              assertThat(found.entry().title()).isEqualTo("Oceanography");
            });
    assertThat(find("minerals"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.role()).isEqualTo(Role.REASONING);
              assertThat(found.place().message()).isEqualTo(reply.id());
              assertThat(found.place().index()).isEqualTo(1);
              assertThat(found.place().model()).isEqualTo(Samples.GROK);
              assertThat(found.place().turn()).isEqualTo(turn.id());
              assertThat(found.snippet().firstMarked()).isEqualTo("minerals");
            });
    assertThat(find("rocks")).singleElement().extracting(Found::role).isEqualTo(Role.ASSISTANT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Café au lait, s'il vous plaît | cafe plait",
        "Grüße aus der Straße | STRASSE grusse",
        "ΟΔΟΣ και άλλα | οδός",
        "Łódź i Kraków | lodz krakow",
        "İstanbul'da kış | istanbul kis",
        "Съешь ещё этих булок | еще БУЛОК",
        "東京都に住んでいます | 東",
        "東京都に住んでいます | 京都",
        "東京都に住んでいます | 住んでい",
        "北京是中国的首都 | 中国",
        "北京是中国的首都 | 都",
        "サーバーを再起動する | サーバ",
        "ｻｰﾊﾞｰと全角ＡＢＣ | abc",
        "ภาษาไทยไม่มีช่องว่าง | ไทย",
        "ฉันรักเธอ | รัก",
        "학교에서 배웠습니다 | 학교",
        "초등학교에서 배웠습니다 | 학교",
        "مُحَمَّد يكتب | محمد",
        "שָׁלוֹם עולם | שלום",
        "हिन्दी में लिखो | हिन्दी",
        "Tiếng Việt rất hay | tieng viet",
        "well done 🎉 everyone | 🎉",
        "東京towerへ行く | tower",
        "東京towerへ行く | 東京tower",
        "don't use foo.bar(x) | don't foo.bar",
      })
  void wordsAreFoundInEveryScript(String prompt, String typed) throws Exception {
    Turn turn = ask(prompt);
    ask("Something else altogether");

    assertThat(messages(typed)).containsExactly(turn.id());
    assertThat(find(typed).getFirst().snippet().marks()).isNotEmpty();
  }

  @Test
  void neighboursInAScriptWithoutSpacesMustBeNeighbours() throws Exception {
    ask("京都と東海");

    assertThat(messages("東京")).isEmpty();
    assertThat(messages("都東")).isEmpty();
  }

  @Test
  void allWordsMustOccurPhrasesStandTogetherAndSomeMustNot() throws Exception {
    Turn first = ask("the tide table of the harbour");
    Turn second = ask("a table for the tide");
    Turn third = ask("tides and tables everywhere");

    assertThat(messages("tide table ")).containsExactly(second.id(), first.id());
    assertThat(messages("\"tide table\"")).containsExactly(first.id());
    assertThat(messages("“tide table”")).containsExactly(first.id());
    assertThat(messages("table tid")).containsExactly(second.id(), first.id());
    assertThat(messages("tabl")).containsExactly(third.id(), second.id(), first.id());
    assertThat(messages("tabl ")).isEmpty();
    assertThat(messages("tabl* harbour ")).containsExactly(first.id());
    assertThat(messages("table -harbour ")).containsExactly(second.id());
    assertThat(messages("table -\"tide table\"")).containsExactly(second.id());
    assertThat(messages("-harbour in:prompts")).containsExactly(third.id(), second.id());
    assertThat(messages("absent")).isEmpty();
  }

  @Test
  void searchesAreNarrowedByWhatIsKnownOfAMessage() throws Exception {
    Turn turn = ask("Compare the harbour");
    Reply scribe = answer(0, turn, new Part.Text("The harbour of scribes"));
    Reply grok = answer(1, turn, new Part.Text("The harbour of groks"));
    store.votes().tag(comparison.id(), "coast");

    assertThat(messages("harbour model:grok")).containsExactly(grok.id());
    assertThat(messages("harbour provider:SANDBOX")).containsExactly(scribe.id());
    assertThat(messages("harbour model:grok model:scribe")).containsExactly(grok.id(), scribe.id());
    assertThat(messages("harbour model:nobody")).isEmpty();
    assertThat(messages("harbour tag:coast")).hasSize(3);
    assertThat(messages("harbour tag:inland")).isEmpty();
    assertThat(messages("harbour in:prompts")).containsExactly(turn.id());
    assertThat(messages("model:grok")).containsExactly(grok.id());
  }

  @Test
  void filtersByNameCanBeTurnedRound() throws Exception {
    Turn turn = ask("Compare the harbour");
    Reply scribe = answer(0, turn, new Part.Text("The harbour of scribes"));
    Reply grok = answer(1, turn, new Part.Text("The harbour of groks"));
    store.votes().tag(comparison.id(), "coast");

    assertThat(messages("harbour -model:grok")).containsExactly(scribe.id(), turn.id());
    assertThat(messages("harbour -provider:sandbox")).containsExactly(grok.id(), turn.id());
    assertThat(messages("-model:grok -model:scribe")).containsExactly(turn.id());
    assertThat(messages("harbour model:grok -model:grok")).isEmpty();
    assertThat(messages("harbour -model:nobody")).hasSize(3);
    assertThat(messages("harbour -tag:coast")).isEmpty();
    assertThat(messages("harbour -tag:inland")).hasSize(3);
  }

  @Test
  void oneLetterAloneIsAWordAndWithAStarABeginning() throws Exception {
    Turn turn = ask("narwhal n");
    Turn other = ask("narwhals sing");

    assertThat(messages("n")).containsExactly(turn.id());
    assertThat(messages("n*")).containsExactly(other.id(), turn.id());
    assertThat(messages("n* sing")).containsExactly(other.id());
  }

  @Test
  void whereAndWhatCanBeTurnedRoundToo() throws Exception {
    Turn turn = ask("Compare the harbour");
    Reply said = answer(0, turn, new Part.Text("The harbour"));
    Blob picture = BlobStore.describe(Bytes.owning(new byte[] {1}), "image/png", "");
    Reply shown = answer(1, turn, new Part.Text("The harbour"), new Part.Picture(picture));

    assertThat(messages("harbour -has:image")).containsExactly(said.id(), turn.id());
    assertThat(messages("harbour -in:prompts")).containsExactly(shown.id(), said.id());
    assertThat(messages("harbour -in:prompts -has:picture")).containsExactly(said.id());
    assertThat(messages("harbour in:answers -in:answers")).isEmpty();
    assertThat(messages("harbour -in:trash")).hasSize(3);
    store.order().trash(List.of(comparison.id()));
    assertThat(messages("harbour -in:trash")).isEmpty();
    assertThat(messages("harbour in:trash -in:prompts")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "before:2026-11-23, 1",
    "before:2026-11-22, 0",
    "before:2026, 0",
    "before:2027, 1",
    "after:2026-11-22, 1",
    "after:2026-11-23, 0",
    "after:2026-11, 1",
    "after:1000, 1",
    "on:today, 1",
    "on:yesterday, 0",
    "on:2026-11, 1",
    "after:2020-02-03 before:2026-11-23, 1",
    "after:2027 before:2026, 0",
    "before:9999-12-31, 1",
    "after:0000-01-01, 1",
    "-before:2026-11-23, 0",
    "-before:2026-11-22, 1",
    "-after:2026-11-22, 0",
    "-after:2026-11-23, 1",
    "-on:today, 0",
    "-on:yesterday, 1",
    "-on:2026, 0",
    "on:2026 -on:2026-11-22, 0",
    "on:2026 -on:2026-11-21, 1"
  })
  void daysAreThoseOfTheReader(String typed, int count) throws Exception {
    ask("harbour");

    assertThat(messages("harbour " + typed)).hasSize(count);
  }

  static List<String> anything() {
    return List.of(
        "\"",
        "\"\"",
        "\"half",
        "a\"b\"c",
        "*",
        "**",
        "-",
        "--",
        "-\"",
        "- -",
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "words:x",
        "passage_words",
        "^a + b",
        "{a b} : c",
        "'; DROP TABLE passage; --",
        "\") OR 1=1 --",
        "a\u0000b",
        "\u0000",
        "\uD83D",
        "\uE000c1",
        "🎉🎉 👩‍👩‍👧",
        "model:",
        "model:\"",
        "tag:\"no such\"",
        "before:yesteryear",
        "before:2026-13-45",
        "on:2026-02-31",
        "has:nothing",
        ":",
        "::a",
        "%_\\",
        "()[]{}",
        "\u202E\u2066",
        "x".repeat(10_000),
        "a ".repeat(5_000),
        "東".repeat(10_000),
        "\"".repeat(10_001),
        "-".repeat(10_000),
        "model:a ".repeat(1_250));
  }

  @ParameterizedTest
  @MethodSource("anything")
  void whateverIsTypedIsASearch(String typed) throws Exception {
    Turn turn = ask("harbour " + typed);

    find(typed);
    assertThat(messages("harbour ")).as("nothing was changed").containsExactly(turn.id());
  }

  @Test
  void wordsBehindANulAreFound() throws Exception {
    Turn turn = ask("before\u0000behind");

    assertThat(messages("behind")).as("F94").containsExactly(turn.id());
  }

  @Test
  void pagesFollowOneAnotherWithoutGapsAndTheNewestComesFirst() throws Exception {
    for (int i = 0; i < 23; i++) {
      ask("harbour number " + i);
    }
    SearchStore search = store.search(CLOCK);
    FoundPage first = search.page("harbour in:prompts", FoundPage.NEWEST, 10);
    FoundPage second = search.page("harbour in:prompts", first.next(), 10);
    FoundPage third = search.page("harbour in:prompts", second.next(), 10);

    assertThat(first.found().getFirst().snippet().text()).isEqualTo("harbour number 22");
    assertThat(second.found().getFirst().snippet().text()).isEqualTo("harbour number 12");
    assertThat(third.found()).hasSize(3);
    assertThat(third.hasMore()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "befor:2026-10, befor:2026-10 (before:?)",
    "modle:grok, modle:grok (model:?)",
    "Modell:grok, Modell:grok (model:?)",
    "provder:xai, provder:xai (provider:?)",
    "tags:work, tags:work (tag:?)",
    "since:today, since:today (after:?)",
    "before:yore, before:yore",
    "-modle:grok, -modle:grok (model:?)",
    "-has:sound, -has:sound",
    "-on:yore, -on:yore"
  })
  void aFilterWithASlipIsSearchedForAsWordsAndThatIsSaid(String typed, String said) {
    assertThat(store.search(CLOCK).misread("sea " + typed)).containsExactly(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "befor:",
        "https://example.org",
        "12:30",
        "was:it",
        "int:x",
        "before:",
        "node:x",
        "before:2026",
        "note:this",
        ":after",
        "-model:x",
        "-tag:x",
        "-has:image",
        "-in:titles",
        "-in:trash",
        "-before:2026"
      })
  void otherWordsWithAColonAreJustWords(String typed) {
    assertThat(store.search(CLOCK).misread(typed)).isEmpty();
  }

  @Test
  void anOldConversationThatCameInLaterStandsBehindTheNewOnes() throws Exception {
    ask("harbour of today");
    Comparison empty = samples.comparison(Samples.SCRIBE);
    Instant then = Samples.NOON.minus(Duration.ofDays(700));
    List<Turn> turns =
        List.of(
            new Turn(UUID.randomUUID(), Message.user("harbour of old"), then),
            new Turn(UUID.randomUUID(), Message.user("harbour of later"), then.plusSeconds(9)));
    store.create(new Comparison(empty.id(), "", then, empty.panes(), turns, ""));
    ask("harbour of now");

    SearchStore search = store.search(CLOCK);
    FoundPage first = search.page("harbour in:prompts", FoundPage.NEWEST, 2);
    FoundPage second = search.page("harbour in:prompts", first.next(), 2);
    assertThat(Stream.concat(first.found().stream(), second.found().stream()))
        .extracting(found -> found.snippet().text())
        .containsExactlyInAnyOrder(
            "harbour of today", "harbour of now", "harbour of later", "harbour of old")
        .endsWith("harbour of later", "harbour of old");
    search.rebuild();
    assertThat(search.page("harbour in:prompts", first.next(), 2)).isEqualTo(second);
  }

  @Test
  void aSnippetShowsTheWordsOnOneLineWithinTheirSurroundings() throws Exception {
    ask("x ".repeat(500) + "\n\nthe Café of\tthe harbour\n" + "y ".repeat(500));

    Found found = find("harbour cafe in:prompts").getFirst();
    String text = found.snippet().text();

    assertThat(text).contains("the Café of the harbour").startsWith("…").endsWith("…");
    assertThat(text.length()).isLessThan(200);
    assertThat(found.snippet().marks())
        .extracting(mark -> text.substring(mark.start(), mark.end()))
        .containsExactly("Café", "harbour");
  }

  @Test
  void modelsThatAreHiddenAreNotNamed() throws Exception {
    Turn turn = ask("Who?");
    answer(0, turn, new Part.Text("harbour"));
    store.votes().blind(comparison.id(), new Blinding(1, null, false, false));

    assertThat(find("harbour"))
        .singleElement()
        .satisfies(found -> assertThat(found.place().model()).isNull());
  }

  @Test
  void aSearchForModelsDoesNotTellWhoIsHidden() throws Exception {
    Turn turn = ask("Who?");
    answer(0, turn, new Part.Text("harbour"));
    answer(1, turn, new Part.Text("harbour"));
    assertThat(find("harbour model:scribe")).hasSize(1);
    assertThat(find("harbour -model:scribe")).hasSize(1);

    store.votes().blind(comparison.id(), new Blinding(1, null, false, false));

    assertThat(find("harbour")).hasSize(2);
    assertThat(find("model:scribe")).isEmpty();
    assertThat(find("harbour provider:sandbox")).isEmpty();
    assertThat(find("harbour -model:scribe")).isEmpty();
    store.votes().blind(comparison.id(), new Blinding(1, null, false, true));
    assertThat(find("harbour model:scribe")).hasSize(1);
  }

  @Test
  void anAnswerOfAClosedPaneIsFoundWithoutAPlaceInTheRow() throws Exception {
    Turn turn = ask("Who?");
    answer(0, turn, new Part.Text("harbour"));
    answer(1, turn, new Part.Text("lighthouse"));
    store.closePane(comparison.panes().getFirst().id());

    assertThat(find("harbour").getFirst().place().index()).isNull();
    assertThat(find("lighthouse").getFirst().place().index()).isZero();
    assertThat(find("harbour").getFirst().place().model())
        .isEqualTo(ModelRef.parse("sandbox/scribe"));
  }
}
