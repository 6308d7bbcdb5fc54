package dev.polylogue.cli;

import dev.polylogue.history.Contents;
import dev.polylogue.history.Doctor;
import dev.polylogue.history.Finding;
import dev.polylogue.history.HistoryException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Examines the database, the index for searching, and every picture and file.",
      "Changes nothing. Ends with 0 when all is sound, 1 when not."
    })
final class HistoryVerifyCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--acknowledge",
      description =
          "Stop telling that words were lost or changed, or that a log did not fit, which every"
              + " command and the window tell until then, and for which all backups are kept.")
  private boolean acknowledge;

  HistoryVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (acknowledge) {
      console.care().doctor().acknowledge();
    }
    Doctor.Report report = Examining.of(console);
    if (console.json()) {
      console.print(json(report));
    } else {
      tell(report);
    }
    return report.isSound() ? 0 : 1;
  }

  private static ObjectNode json(Doctor.Report report) {
    ObjectNode node = Jsons.object().put("sound", report.isSound());
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : report.findings()) {
      ObjectNode row = findings.addObject().put("kind", finding.kind().word());
      row.put("sentence", finding.sentence());
      ArrayNode files = row.putArray("files");
      finding.files().forEach(file -> files.add(file.toString()));
    }
    ArrayNode notes = node.putArray("notes");
    report.notes().forEach(notes::add);
    Contents contents = report.contents();
    if (contents == null) {
      node.putNull("contents");
    } else {
      HistoryRestoreCommand.put(node.putObject("contents"), contents);
    }
    node.put("databaseBytes", report.databaseBytes());
    return node.put("fileBytes", report.blobBytes());
  }

  private void tell(Doctor.Report report) throws HistoryException {
    report.findings().forEach(finding -> console.line(Plain.text(finding.sentence())));
    if (!report.of(Finding.Kind.DATABASE).isEmpty()
        || !report.of(Finding.Kind.UNREADABLE).isEmpty()) {
      WaysOn.of(
              report.databaseBytes() == 0
                  ? HistoryException.Kind.MISSING
                  : HistoryException.Kind.DAMAGED)
          .ifPresent(console::line);
    }
    report.notes().forEach(note -> console.line(Plain.text(note)));
    if (!console.care().doctor().alarm().isEmpty()) {
      console.line("To be told this no more: polylogue history verify --acknowledge.");
    }
    Contents contents = report.contents();
    String held = contents == null ? "" : " (" + HistoryRestoreCommand.words(contents) + ")";
    console.line(
        report.isSound()
            ? "The history is sound%s.".formatted(held)
            : "Findings: %d%s. Nothing was changed.".formatted(report.findings().size(), held));
    if (HistoryRepairCommand.canMend(report)) {
      console.line(
          "What can be repaired without loss: polylogue history repair, or in the window Settings, Health.");
    }
  }
}
