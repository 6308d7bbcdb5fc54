package dev.polylogue.cli;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands under a reply on the terminal: thoughts, searches, sources, pictures, warnings. */
final class ReplyNotes {
  private ReplyNotes() {}

  static List<String> of(Reply reply) {
    List<String> lines = new ArrayList<>();
    int number = 1;
    for (Part part : reply.parts()) {
      switch (part) {
        case Part.Reasoning thought when thought.millis() != null ->
            lines.add(
                String.format(Locale.ROOT, "(thought for %.1f s)", thought.millis() / 1000.0));
        case Part.Search search ->
            lines.add("(searched: %s)".formatted(Plain.line(search.query())));
        case Part.Picture picture ->
            lines.add(
                "(picture: %s, %d bytes, blob %s)"
                    .formatted(
                        picture.blob().mediaType(),
                        picture.blob().size(),
                        picture.blob().sha256()));
        case Part.ToolCall call ->
            lines.add(
                "(called the tool %s; Polylogue itself carries none out)"
                    .formatted(Plain.line(call.name())));
        case Part.Citation citation -> {
          String title = citation.title() == null ? "" : Plain.line(citation.title()) + " ";
          lines.add("[%d] %s%s".formatted(number++, title, Plain.line(citation.url())));
        }
        case Part.Text _, Part.Reasoning _, Part.Document _, Part.Opaque _ -> {}
      }
    }
    for (Warning warning : reply.outcome().warnings()) {
      lines.add("Note: " + Plain.text(warning.message()));
    }
    Failure failure = reply.outcome().failure();
    if (failure != null) {
      lines.add(
          "! %s (%s): %s"
              .formatted(
                  reply.state().word(), failure.kind().word(), Plain.text(failure.message())));
      if (failure.retryAfterSeconds() != null) {
        lines.add("  The provider asks to wait %s.".formatted(wait(failure.retryAfterSeconds())));
      }
    }
    return lines;
  }

  /** Rounded up, in the unit people would say it in. */
  private static String wait(double seconds) {
    return seconds <= 120
        ? String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds))
        : String.format(Locale.ROOT, "%,.0f min", Math.ceil(seconds / 60));
  }
}
