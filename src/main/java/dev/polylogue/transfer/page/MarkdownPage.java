package dev.polylogue.transfer.page;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Comparisons as Markdown: turn by turn, and in each the panes one after another. */
public final class MarkdownPage implements Page {
  private final Writer out;
  private boolean begun;

  public MarkdownPage(Writer out) {
    this.out = out;
  }

  @Override
  public void write(Subject subject) throws IOException {
    Comparison comparison = subject.comparison();
    if (begun) {
      out.write("\n---\n\n");
    }
    begun = true;
    out.write("# " + line(comparison.title().isBlank() ? "Untitled" : comparison.title()) + "\n\n");
    out.write(Metrics.moment(comparison.createdAt()) + "\n");
    for (Pane pane : comparison.panes()) {
      out.write("\n- **" + line(pane.model().toString()) + "**");
      pane.parameters()
          .texts()
          .forEach((name, value) -> append("\n  - " + name + ": " + code(value)));
    }
    out.write("\n");
    int number = 1;
    for (Turn turn : comparison.turns()) {
      turn(subject, turn, number++);
    }
    String left = Metrics.left(subject);
    if (!left.isEmpty()) {
      out.write("\n*" + left + "*\n");
    }
  }

  private void append(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void turn(Subject subject, Turn turn, int number) throws IOException {
    out.write("\n## " + number + ". You\n\n");
    for (Blob blob : turn.user().attachments()) {
      out.write(file(blob) + "\n\n");
    }
    out.write(quoted(turn.user().text()) + "\n");
    for (Pane pane : subject.comparison().panes()) {
      if (pane.answer(turn.id()).isPresent()) {
        reply(subject, pane.answer(turn.id()).get().reply());
      }
    }
  }

  private void reply(Subject subject, Reply reply) throws IOException {
    out.write("\n### " + line(reply.model().toString()));
    out.write(subject.isPreferred(reply) ? " (preferred)\n\n" : "\n\n");
    String metrics = Metrics.line(reply);
    if (!metrics.isEmpty()) {
      out.write("*" + line(metrics) + "*\n\n");
    }
    String reasoning = reply.reasoning();
    if (reasoning != null) {
      out.write("> **Reasoning**\n>\n" + quoted(reasoning) + "\n");
    }
    out.write(Fences.closed(reply.text().strip()) + "\n");
    for (Part part : reply.parts()) {
      switch (part) {
        case Part.Picture picture -> out.write("\n" + file(picture.blob()) + "\n");
        case Part.Document document -> out.write("\n" + file(document.blob()) + "\n");
        case Part.ToolCall call ->
            out.write("\nCall of " + code(call.name()) + ": " + code(call.arguments()) + "\n");
        case Part.Search search -> out.write("\nSearched for " + code(search.query()) + "\n");
        case Part.Text _, Part.Reasoning _, Part.Citation _, Part.Opaque _ -> {}
      }
    }
    sources(reply.citations());
    Failure failure = reply.outcome().failure();
    if (failure != null) {
      out.write("\n> **" + failure.kind().word() + "**\n>\n" + quoted(failure.message()));
    }
  }

  private void sources(List<Part.Citation> sources) throws IOException {
    if (!sources.isEmpty()) {
      out.write("\nSources:\n\n");
      int number = 1;
      for (Part.Citation source : sources) {
        String title = source.title();
        out.write(
            "%d. %s%s\n"
                .formatted(
                    number++,
                    title == null ? "" : line(title) + " ",
                    "<" + source.url().replaceAll("[<>\\s]", "") + ">"));
      }
    }
  }

  private static String file(Blob blob) {
    return "*%s %s (%s, %d bytes, SHA-256 %s)*"
        .formatted(
            blob.isPicture() ? "Picture" : "File",
            line(blob.name()),
            blob.mediaType(),
            blob.size(),
            blob.sha256());
  }

  /** In a block quote, which ends whatever was left open in it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.strip().lines().forEach(line -> quoted.append("> ").append(line).append('\n'));
    return quoted.toString();
  }

  /** As it is, on one line. */
  private static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
  }

  private static String code(String text) {
    String plain = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    String ticks = "`";
    while (plain.contains(ticks)) {
      ticks += "`";
    }
    return plain.isEmpty() ? "" : ticks + " " + plain + " " + ticks;
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
