package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.conversation.TurnTree;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.transfer.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way through a foreign tree reads as it was spoken. */
class BranchedImportsTest extends Imports {
  private static final String SPRING = "u:q a:salt u:q2a a:rivers";
  private static final String OTHER = "u:q a:rocks u:q2b a:granite";

  /** One message: who, what it says, which is its name, and the name of what it follows. */
  private record Said(String who, String text, String after) {}

  private static final Said ASKED = new Said("u", "q", "");
  private static final Said SALT = new Said("a", "salt", "q");
  private static final Said ROCKS = new Said("a", "rocks", "q");
  private static final Said SALT_NEXT = new Said("u", "q2a", "salt");
  private static final Said RIVERS = new Said("a", "rivers", "q2a");
  private static final Said ROCKS_NEXT = new Said("u", "q2b", "rocks");
  private static final Said GRANITE = new Said("a", "granite", "q2b");
  private static final List<Said> TREE =
      List.of(ASKED, SALT, ROCKS, SALT_NEXT, RIVERS, ROCKS_NEXT, GRANITE);

  private static String chatGpt(List<Said> tree) {
    return tree.stream()
        .map(
            said ->
                """
                '%1$s':{'id':'%1$s','parent':%2$s,'children':[],'message':{'author':{'role':'%3$s'},'create_time':1,
                'content':{'content_type':'text','parts':['%1$s']}}}
                """
                    .formatted(
                        said.text,
                        said.after.isEmpty() ? "null" : "'" + said.after + "'",
                        said.who.equals("u") ? "user" : "assistant"))
        .collect(
            Collectors.joining(
                ",",
                "[{'title':'t','conversation_id':'9','create_time':1,'current_node':'%s','mapping':{"
                    .formatted(tree.getLast().text),
                "}}]"))
        .replace('\'', '"');
  }

  private static String claude(List<Said> tree) {
    return tree.stream()
        .map(
            said ->
                "{'uuid':'%s','created_at':'2026-01-01T00:00:00Z','sender':'%s','text':'%1$s','parent_message_uuid':'%s'}"
                    .formatted(
                        said.text,
                        said.who.equals("u") ? "human" : "assistant",
                        said.after.isEmpty() ? "00000000-0000-4000-8000-000000000000" : said.after))
        .collect(
            Collectors.joining(
                ",",
                "[{'uuid':'c','name':'t','created_at':'2026-01-01T00:00:00Z','chat_messages':[",
                "]}]"))
        .replace('\'', '"');
  }

  /** What can be read from the first message to each last one, whichever answers are chosen. */
  private static Set<String> ways(Comparison comparison) {
    Pane pane = comparison.panes().getFirst();
    Set<UUID> parents = new HashSet<>();
    comparison.tree().nodes().stream().map(TurnTree.Node::parent).forEach(parents::add);
    Set<String> ways = new HashSet<>();
    for (TurnTree.Node node : comparison.tree().nodes()) {
      if (!parents.contains(node.turn().id())) {
        List<String> begun = List.of("");
        for (Turn turn : comparison.tree().pathTo(node.turn().id())) {
          List<String> longer = new ArrayList<>();
          for (Reply reply : pane.answer(turn.id()).orElseThrow().alternatives()) {
            begun.forEach(way -> longer.add(way + step(turn, reply)));
          }
          begun = longer;
        }
        begun.forEach(way -> ways.add(way.strip()));
      }
    }
    return ways;
  }

  private static String step(Turn turn, Reply reply) {
    String answer = reply.text().isEmpty() ? "" : " a:" + reply.text();
    return " u:" + turn.user().text() + answer;
  }

  private static String shown(Comparison comparison) {
    Pane pane = comparison.panes().getFirst();
    return comparison.turns().stream()
        .map(turn -> step(turn, pane.answer(turn.id()).orElseThrow().reply()).strip())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void whatFollowsOneOfTwoAnswersNeverStandsUnderTheOther(String export) throws Exception {
    Report report = in(export);

    assertThat(ways(only())).containsExactlyInAnyOrder(SPRING, OTHER);
    assertThat(shown(only())).isEqualTo(OTHER);
    assertThat(report.messages()).isEqualTo(new Report.Messages(7, 7, 0, 1));
    assertThat(report.notes())
        .extracting(Report.Note::what, Report.Note::count)
        .containsExactly(
            tuple(
                "questions stand once for each of their answers, since the talk went on after one"
                    + " of many",
                1));
  }

  static List<String> exports() {
    return List.of(chatGpt(TREE), claude(TREE));
  }

  @Test
  void onceMoreItChangesNothing_D27_AndOurOwnExportOfItIsWhole() throws Exception {
    in(chatGpt(TREE));
    String once = out(history, ExportFormat.JSON);

    assertThat(in(chatGpt(TREE)).conversations().unchanged()).isEqualTo(1);
    assertThat(out(history, ExportFormat.JSON)).isEqualTo(once);
    try (HistoryStore other = HistoryStore.open(folder.resolve("other"))) {
      assertThat(in(other, once).notes()).isEmpty();
      assertThat(out(other, ExportFormat.JSON)).isEqualTo(once);
    }
  }

  @Test
  void theWayThatWasShownIsInUseEvenWhereItIsTheFirst() throws Exception {
    in(chatGpt(List.of(ASKED, ROCKS, ROCKS_NEXT, GRANITE, SALT, SALT_NEXT, RIVERS)));

    assertThat(shown(only())).isEqualTo(SPRING);
    assertThat(ways(only())).containsExactlyInAnyOrder(SPRING, OTHER);
  }

  @Test
  void answersThatNothingFollowsStayBesideEachOther() throws Exception {
    Report report = in(chatGpt(List.of(ASKED, SALT, ROCKS)));

    assertThat(only().turns()).hasSize(1);
    assertThat(only().panes().getFirst().answers().getFirst().alternatives()).hasSize(2);
    assertThat(report.messages()).isEqualTo(new Report.Messages(3, 3, 0, 1));
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void aSecondAnswerThatCameAfterTheFirstImportIsABranchOfItsOwn() throws Exception {
    in(chatGpt(List.of(ASKED, SALT, SALT_NEXT, RIVERS)));
    Report report = in(chatGpt(TREE));

    assertThat(ways(only())).containsExactlyInAnyOrder(SPRING, OTHER);
    assertThat(report.messages()).isEqualTo(new Report.Messages(7, 3, 0, 1));
    assertThat(shown(only())).isEqualTo(SPRING);
  }

  @Test
  void aQuestionAskedBeforeAnythingWasSaidDoesNotFollowAnAnswer() throws Exception {
    in(chatGpt(List.of(ASKED, SALT, SALT_NEXT, RIVERS, new Said("u", "hello?", "q"))));

    assertThat(ways(only())).containsExactlyInAnyOrder(SPRING, "u:q u:hello?");
    assertThat(shown(only())).isEqualTo("u:q u:hello?");
  }

  @Test
  void aQuestionInTheMiddleOfALongAnswerFollowsWhatHadBeenSaid() throws Exception {
    in(chatGpt(List.of(ASKED, SALT, new Said("a", "more", "salt"), SALT_NEXT, RIVERS)));

    assertThat(ways(only()))
        .containsExactlyInAnyOrder("u:q a:salt\n\nmore", "u:q a:salt u:q2a a:rivers");
  }
}
