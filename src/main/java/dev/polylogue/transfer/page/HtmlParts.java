package dev.polylogue.transfer.page;

import static dev.polylogue.transfer.page.SafeHtml.escaped;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Warning;
import dev.polylogue.transfer.StoredFiles;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reply, and pictures and files, as HTML. */
final class HtmlParts {
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private final Writer out;
  private final StoredFiles files;

  HtmlParts(Writer out, StoredFiles files) {
    this.out = out;
    this.files = files;
  }

  void reply(Pane pane, Reply reply, Page.Subject subject) throws IOException {
    if (!reply.model().equals(pane.model())) {
      out.write("<p class=\"model\">" + escaped(reply.model().toString()) + "</p>\n");
    }
    if (subject.isPreferred(reply)) {
      out.write("<p class=\"preferred\">★ preferred</p>\n");
    }
    String reasoning = reply.reasoning();
    if (reasoning != null) {
      out.write(
          "<details><summary>Reasoning</summary><div dir=\"auto\">%s</div></details>\n"
              .formatted(SafeHtml.of(reasoning)));
    }
    out.write("<div class=\"answer\" dir=\"auto\">" + SafeHtml.of(reply.text()) + "</div>\n");
    for (Part part : reply.parts()) {
      part(part);
    }
    sources(reply.citations());
    Failure failure = reply.outcome().failure();
    if (failure != null) {
      out.write(
          "<p class=\"failure\"><b>%s</b> %s</p>\n"
              .formatted(escaped(failure.kind().word()), escaped(failure.message())));
    }
    for (Warning warning : reply.outcome().warnings()) {
      out.write("<p class=\"quiet\">" + escaped(warning.message()) + "</p>\n");
    }
    out.write("<footer>" + escaped(Metrics.line(reply)) + "</footer>\n");
  }

  private void part(Part part) throws IOException {
    switch (part) {
      case Part.Picture picture -> files(List.of(picture.blob()));
      case Part.Document document -> files(List.of(document.blob()));
      case Part.ToolCall call ->
          out.write(
              "<details><summary>Call of %s</summary><pre>%s</pre></details>\n"
                  .formatted(escaped(call.name()), escaped(call.arguments())));
      case Part.Search search ->
          out.write("<p class=\"quiet\">Searched for: " + escaped(search.query()) + "</p>\n");
      case Part.Text _, Part.Reasoning _, Part.Citation _, Part.Opaque _ -> {}
    }
  }

  private void sources(List<Part.Citation> sources) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    out.write("<ol class=\"sources\">\n");
    for (Part.Citation source : sources) {
      String title = source.title();
      String words = escaped(title == null || title.isBlank() ? source.url() : title);
      String address = SafeHtml.address(source.url());
      out.write(
          address.isEmpty()
              ? "<li>" + words + "</li>\n"
              : "<li><a href=\"%s\" rel=\"noopener noreferrer nofollow\">%s</a></li>\n"
                  .formatted(escaped(address), words));
    }
    out.write("</ol>\n");
  }

  void files(List<Blob> blobs) throws IOException {
    for (Blob blob : blobs) {
      Optional<Bytes> bytes =
          SHOWN.contains(blob.mediaType()) ? files.read(blob) : Optional.empty();
      String name = escaped(blob.name().isEmpty() ? "a picture" : blob.name());
      if (bytes.isPresent()) {
        out.write("<img alt=\"" + name + "\" src=\"data:" + blob.mediaType() + ";base64,");
        out.write(Base64.getEncoder().encodeToString(bytes.get().toArray()));
        out.write("\">\n");
      } else {
        out.write(
            "<p class=\"file\">%s <span class=\"quiet\">%s, %d bytes</span></p>\n"
                .formatted(name, escaped(blob.mediaType()), blob.size()));
      }
    }
  }
}
