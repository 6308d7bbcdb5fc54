package dev.polylogue.transfer.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages that carry what a model or a stranger wrote. */
class PagesTest {
  private static final Blob PICTURE =
      new Blob("ab".repeat(32), "image/png", 3, "x\" onload=\"y.png");
  private static final String HOSTILE =
      """
      <script>alert(1)</script><img src=x onerror=alert(1)>
      ![beacon](https://evil.example/p.png)
      [run](javascript:alert(1)) [data](data:text/html,x) [good](https://example.org/)

      <iframe src="https://evil.example"></iframe>

      | a | b |
      |---|---|
      | 1 | 2 |

      ```html
      </code></pre><script>x</script>
      """;

  private long ids;

  private UUID id() {
    return new UUID(1, ++ids);
  }

  private Page.Subject subject(String title, String prompt, String... answers) {
    Turn turn =
        new Turn(
            id(),
            new Message(
                Message.Role.USER, List.of(new Part.Text(prompt), new Part.Picture(PICTURE))),
            Instant.EPOCH);
    List<Pane> panes = new ArrayList<>();
    for (String answer : answers) {
      ModelRef model = ModelRef.parse("sandbox/model-" + panes.size());
      Reply reply =
          new Reply(
              id(),
              model,
              ReplyState.COMPLETE,
              List.of(
                  new Part.Text(answer),
                  new Part.Citation("javascript:alert(2)", "<b>bad</b>"),
                  new Part.Citation("https://example.org/?a=\"><script>", "good")),
              Outcome.NONE,
              Timing.NONE);
      panes.add(
          new Pane(
              id(),
              model,
              Parameters.NONE,
              true,
              List.of(new Answer(turn.id(), List.of(reply), 0))));
    }
    return new Page.Subject(
        new Comparison(id(), title, Instant.EPOCH, panes, List.of(turn), ""), Set.of(), 0);
  }

  private String html(Page.Subject subject) throws IOException {
    StringWriter out = new StringWriter();
    try (Page page = new HtmlPage(out, blob -> Optional.of(Bytes.of(new byte[] {1, 2, 3})))) {
      page.write(subject);
    }
    return out.toString();
  }

  @Test
  void htmlHoldsNoScriptAndFetchesNothing_T34() throws IOException {
    String html = html(subject("<script>t</script>", "<svg onload=x>", HOSTILE, "fine"));

    assertThat(html).doesNotContainIgnoringCase("<script").doesNotContainIgnoringCase("<iframe");
    assertThat(html).doesNotContainIgnoringCase("<svg").doesNotContain("\"javascript:");
    assertThat(html.replaceAll("\"[^\"]*\"", "")).doesNotContainPattern("<[^>]*\\son\\w+\\s*=");
    assertThat(html)
        .doesNotContainPattern("(?i)(src|srcset|poster|action)\\s*=\\s*\"(?!data:image/)");
    assertThat(html).doesNotContainPattern("href=\"(?!https://example\\.org/)");
    assertThat(html).contains("default-src 'none'").contains("<table class=\"wide\">");
    assertThat(html).contains("data:image/png;base64,AQID").contains("prefers-color-scheme");
    assertThat(html).contains("picture: beacon (https://evil.example/p.png)");
  }

  @Test
  void htmlPutsThePanesSideBySide() throws IOException {
    String html = html(subject("t", "p", "one", "two", "three"));

    assertThat(html).contains("--panes:3");
    assertThat(html.split("<article", -1)).hasSize(4);
    assertThat(html.split("<section", -1)).hasSize(2);
  }

  @Test
  void deepNestingCostsNoStack_T05() throws IOException {
    assertThat(html(subject("t", "p", ">".repeat(20_000) + "*".repeat(20_000), "[".repeat(50_000))))
        .endsWith("</html>\n");
  }

  @Test
  void markdownAnswersCannotSwallowWhatFollows() throws IOException {
    StringWriter out = new StringWriter();
    try (Page page = new MarkdownPage(out)) {
      page.write(subject("# t", "line one\n```", "~~~~ java\nopen", "last"));
    }
    assertThat(out.toString())
        .contains("# \\# t", "> line one\n> ```", "~~~~ java\nopen\n~~~~\n", "### sandbox/model-1");
    assertThat(Fences.closed("```a\n~~~\n```")).isEqualTo("```a\n~~~\n```");
    assertThat(Fences.closed("````\n```\n")).isEqualTo("````\n```\n\n````");
  }

  @Test
  void cellsAreNoFormulas_T34() throws IOException {
    StringWriter out = new StringWriter();
    try (Page page = new CsvPage(out)) {
      page.write(subject("=HYPERLINK(\"http://evil\")", "p", "a"));
      page.write(subject("@SUM(1)", "p", "a"));
      page.write(subject("-1+1", "p", "a"));
      page.write(subject("+1", "p", "a"));
      page.write(subject("\tx", "p", "a"));
      page.write(subject("two\nlines, \"quoted\"", "p", "a"));
    }
    assertThat(out.toString().split("\r\n"))
        .hasSize(7)
        .satisfies(
            rows -> {
              assertThat(rows[1]).contains(",\"'=HYPERLINK(\"\"http://evil\"\")\",");
              assertThat(rows[2]).contains(",'@SUM(1),");
              assertThat(rows[3]).contains(",'-1+1,");
              assertThat(rows[4]).contains(",'+1,");
              assertThat(rows[5]).contains(",'\tx,");
              assertThat(rows[6]).contains(",\"two\nlines, \"\"quoted\"\"\",");
            });
  }
}
