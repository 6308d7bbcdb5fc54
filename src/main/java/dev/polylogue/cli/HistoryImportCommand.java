package dev.polylogue.cli;

import dev.polylogue.session.TransferProgress;
import dev.polylogue.transfer.Report;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history import}: says what came in, and what did not. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes in a Polylogue export, a ChatGPT export or a Claude export, as JSON or ZIP.",
      "What is here already stays as it is: the same file once more changes nothing."
    })
final class HistoryImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  private final Console console;

  HistoryImportCommand(Console console) {
    this.console = console;
  }

  /** 1 when something did not come in. */
  @Override
  public Integer call() throws Exception {
    Report report;
    try (Services services = console.openToAdd()) {
      report = services.transfers().importFile(file, TransferProgress.NONE);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("There is no file %s.".formatted(file), e);
    }
    if (console.json()) {
      console.print(json(report));
    } else {
      tell(report);
    }
    console.backUp();
    return report.isWhole() ? 0 : 1;
  }

  private static ObjectNode json(Report report) {
    ObjectNode node = Jsons.object().put("source", report.source());
    Report.Conversations conversations = report.conversations();
    node.putObject("conversations")
        .put("found", conversations.found())
        .put("added", conversations.added())
        .put("extended", conversations.extended())
        .put("unchanged", conversations.unchanged())
        .put("failed", conversations.failed());
    Report.Messages messages = report.messages();
    node.putObject("messages")
        .put("found", messages.found())
        .put("added", messages.added())
        .put("branches", messages.branches())
        .put("alternatives", messages.alternatives());
    Report.Attachments attachments = report.attachments();
    node.putObject("attachments")
        .put("found", attachments.found())
        .put("kept", attachments.kept())
        .put("missing", attachments.missing());
    node.put("timesMadeUp", report.timesMadeUp());
    ArrayNode notes = node.putArray("notes");
    for (Report.Note note : report.notes()) {
      notes
          .addObject()
          .put("conversation", note.conversation())
          .put("what", note.what())
          .put("count", note.count());
    }
    return Jsons.text(node, "ending", report.ending().isEmpty() ? null : report.ending());
  }

  private void tell(Report report) {
    if (report.isNothing()) {
      console.line("%s: there is nothing in it.".formatted(report.source()));
    } else {
      count(report);
    }
    for (Report.Note note : report.notes()) {
      String where = note.conversation().isEmpty() ? "the file" : Plain.line(note.conversation());
      console.line("- %s: %s (%d)".formatted(where, Plain.line(note.what()), note.count()));
    }
    if (!report.ending().isEmpty()) {
      console.complain(report.ending());
    }
  }

  private void count(Report report) {
    Report.Conversations conversations = report.conversations();
    console.line(
        "%s: %d conversations: %d new, %d with something new, %d here already, %d refused."
            .formatted(
                report.source(),
                conversations.found(),
                conversations.added(),
                conversations.extended(),
                conversations.unchanged(),
                conversations.failed()));
    Report.Messages messages = report.messages();
    console.line(
        "%d messages, %d of them new; %d branches, %d other answers."
            .formatted(
                messages.found(), messages.added(), messages.branches(), messages.alternatives()));
    Report.Attachments attachments = report.attachments();
    console.line(
        "%d pictures and files, %d of them missing."
            .formatted(attachments.found(), attachments.missing()));
    if (report.timesMadeUp() > 0) {
      console.line("%d times made up.".formatted(report.timesMadeUp()));
    }
  }
}
