package dev.polylogue.transfer.page;

import static dev.polylogue.transfer.page.SafeHtml.escaped;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Turn;
import dev.polylogue.transfer.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One HTML file that stands on its own: the panes side by side in columns, turn by turn, in light
 * and dark; no script, nothing fetched, whatever a model wrote (T34).
 */
public final class HtmlPage implements Page {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'";

  private final Writer out;
  private final HtmlParts parts;

  /** Begins the document. */
  public HtmlPage(Writer out, StoredFiles files) throws IOException {
    this.out = out;
    parts = new HtmlParts(out, files);
    out.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
    out.write("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<title>Polylogue</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n");
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("/export/page.css")) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its part /export/page.css.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void write(Subject subject) throws IOException {
    Comparison comparison = subject.comparison();
    String title = comparison.title().isBlank() ? "Untitled" : comparison.title();
    out.write("<main>\n<h1 dir=\"auto\">" + escaped(title) + "</h1>\n");
    out.write("<p class=\"quiet\">" + Metrics.moment(comparison.createdAt()) + "</p>\n");
    int panes = Math.max(1, comparison.panes().size());
    out.write(
        "<div class=\"sheet\" tabindex=\"0\"><div class=\"columns\" style=\"--panes:%d\">\n"
            .formatted(panes));
    heads(comparison);
    int number = 1;
    for (Turn turn : comparison.turns()) {
      turn(subject, turn, number++);
    }
    out.write("</div></div>\n");
    String left = Metrics.left(subject);
    if (!left.isEmpty()) {
      out.write("<p class=\"quiet\">" + escaped(left) + "</p>\n");
    }
    out.write("</main>\n");
  }

  private void heads(Comparison comparison) throws IOException {
    for (Pane pane : comparison.panes()) {
      out.write("<header class=\"pane\"><h2>" + escaped(pane.model().toString()) + "</h2>");
      if (!pane.parameters().values().isEmpty()) {
        out.write("<dl>");
        for (Map.Entry<String, String> set : pane.parameters().texts().entrySet()) {
          out.write(
              "<dt>" + escaped(set.getKey()) + "</dt><dd>" + escaped(set.getValue()) + "</dd>");
        }
        out.write("</dl>");
      }
      out.write("</header>\n");
    }
  }

  private void turn(Subject subject, Turn turn, int number) throws IOException {
    out.write("<section class=\"prompt\" aria-label=\"Prompt " + number + "\" dir=\"auto\">");
    parts.files(turn.user().attachments());
    out.write("<div class=\"words\">" + escaped(turn.user().text()) + "</div></section>\n");
    for (Pane pane : subject.comparison().panes()) {
      out.write("<article class=\"reply\">\n");
      Optional<Answer> answer = pane.answer(turn.id());
      if (answer.isPresent()) {
        parts.reply(pane, answer.get().reply(), subject);
      } else {
        out.write("<p class=\"quiet\">Not asked.</p>\n");
      }
      out.write("</article>\n");
    }
  }

  @Override
  public void close() throws IOException {
    out.write("</body>\n</html>\n");
    out.flush();
  }
}
