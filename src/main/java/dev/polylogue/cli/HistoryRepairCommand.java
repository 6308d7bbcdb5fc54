package dev.polylogue.cli;

import dev.polylogue.history.Doctor;
import dev.polylogue.history.Finding.Kind;
import dev.polylogue.history.HistoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history repair}: the repairs that lose nothing. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Makes anew what can be made from the rest, fetches pictures and files from the backups, puts",
      "files aside that belong to nothing, and removes rows that refer to nothing and hold no words,",
      "after a backup. Without --yes it only says what it would do. Ends with 0 when all is sound",
      "then, 1 when not."
    })
final class HistoryRepairCommand implements Callable<Integer> {
  @Option(names = "--yes", description = "Does it.")
  private boolean yes;

  private final Console console;

  HistoryRepairCommand(Console console) {
    this.console = console;
  }

  /** One step, for the findings of some kinds. */
  private record Step(String words, List<Kind> kinds, Repair repair) {
    boolean isFor(Doctor.Report report) {
      return kinds.stream().anyMatch(kind -> !report.of(kind).isEmpty());
    }
  }

  @FunctionalInterface
  private interface Repair {
    /** Says what is to be known of it. */
    Optional<String> make(Doctor doctor, Doctor.Report report) throws HistoryException;
  }

  /**
   * What indexes of tables forbid goes before they are made; the index for searching comes last,
   * since it is made of what is there then.
   */
  private static final List<Step> STEPS =
      List.of(
          new Step(
              "put one of several wordings or answers in use, and in order",
              List.of(Kind.ALTERNATIVES),
              (doctor, report) -> {
                doctor.chooseAlternatives();
                return Optional.empty();
              }),
          new Step(
              "make views and indexes of the database anew",
              List.of(Kind.SCHEMA),
              (doctor, report) -> {
                doctor.mendSchema();
                return Optional.empty();
              }),
          new Step(
              "remove rows that refer to nothing and hold no words",
              List.of(Kind.ORPHAN_ROW),
              (doctor, report) -> {
                Doctor.Removed removed = doctor.removeOrphanRows();
                return Optional.of(
                    "Rows that were removed: %d. A backup from before: %s"
                        .formatted(removed.rows(), removed.backup()));
              }),
          new Step(
              "fetch pictures and files that are missing or damaged from the backups",
              List.of(Kind.SPARE_BLOB),
              (doctor, report) -> {
                Doctor.Moved fetched = doctor.fetchFiles(report.findings());
                String came = "Pictures and files that came back: %d.".formatted(fetched.files());
                Path place = fetched.place();
                return Optional.of(
                    place == null ? came : "%s The damaged ones lie in %s".formatted(came, place));
              }),
          new Step(
              "put files aside that belong to nothing",
              List.of(Kind.ORPHAN_BLOB, Kind.LEFTOVER),
              (doctor, report) -> {
                Path place = doctor.putFilesAside(report.findings()).place();
                return Optional.ofNullable(place)
                    .map(there -> "The files lie in %s".formatted(there));
              }),
          new Step(
              "make the index for searching anew",
              List.of(Kind.INDEX),
              (doctor, report) -> {
                doctor.rebuildIndex();
                return Optional.empty();
              }));

  /** Whether it would do anything. */
  static boolean canMend(Doctor.Report report) {
    return STEPS.stream().anyMatch(step -> step.isFor(report));
  }

  @Override
  public Integer call() throws Exception {
    Doctor doctor = console.care().doctor();
    Doctor.Report report = Examining.of(console);
    List<String> done = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Step step : STEPS) {
      if (step.isFor(report)) {
        if (yes) {
          step.repair.make(doctor, report).ifPresent(said::add);
        }
        done.add(step.words);
      }
    }
    Doctor.Report left = yes && !done.isEmpty() ? Examining.of(console) : report;
    if (console.json()) {
      console.print(json(done, said, left));
    } else {
      tell(done, said, left);
    }
    return left.isSound() ? 0 : 1;
  }

  private ObjectNode json(List<String> done, List<String> said, Doctor.Report left) {
    ObjectNode node = Jsons.object().put("repaired", yes && !done.isEmpty());
    ArrayNode steps = node.putArray("steps");
    done.forEach(steps::add);
    ArrayNode notes = node.putArray("notes");
    said.forEach(notes::add);
    return node.put("sound", left.isSound()).put("findings", left.findings().size());
  }

  private void tell(List<String> done, List<String> said, Doctor.Report left) {
    for (String words : done) {
      console.line((yes ? "Done: %s." : "It would %s.").formatted(words));
    }
    said.forEach(console::line);
    if (left.isSound()) {
      console.line(done.isEmpty() ? "The history is sound." : "The history is sound now.");
    } else if (yes || done.isEmpty()) {
      console.line(
          "Findings that it can't repair: %d. \"polylogue history verify\" names them."
              .formatted(left.findings().size()));
    } else {
      console.line("Nothing was changed. Add --yes to do it.");
    }
  }
}
