package dev.polylogue.cli;

import dev.polylogue.history.Doctor;
import dev.polylogue.history.Finding.Kind;
import dev.polylogue.history.HistoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history repair}: the repairs that lose nothing. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Repairs what can be repaired without loss.",
      "It makes anew what can be made from the rest, fetches pictures and files from the backups,",
      "puts files aside that belong to nothing, and removes rows that refer to nothing and hold no",
      "words. Before it changes any row, view or index of a table, it makes a backup. Without --yes",
      "it only says what it would do. Ends with 0 when all is sound then, 1 when not."
    })
final class HistoryRepairCommand implements Callable<Integer> {
  @Option(names = "--yes", description = "Does it.")
  private boolean yes;

  private final Console console;

  HistoryRepairCommand(Console console) {
    this.console = console;
  }

  /** One step, for reports of some kind. */
  private record Step(String words, Predicate<Doctor.Report> need, Repair repair) {}

  private static Predicate<Doctor.Report> finds(Kind... kinds) {
    return report -> Stream.of(kinds).anyMatch(kind -> !report.of(kind).isEmpty());
  }

  /**
   * What a step did.
   *
   * @param said what is to be known of it, line by line
   */
  private record Outcome(boolean done, List<String> said) {
    static final Outcome DONE = new Outcome(true, List.of());

    Outcome {
      said = List.copyOf(said);
    }

    static Outcome of(Doctor.Moved aside) {
      List<String> said = new ArrayList<>();
      Path place = aside.place();
      if (place != null) {
        said.add("Files that were put aside: %d. They lie in %s".formatted(aside.files(), place));
      }
      if (aside.fresh() > 0) {
        said.add(
            "Files that were not put aside yet: %d. They were made in the last %d minutes, and a message may be about to refer to them: repair again later."
                .formatted(aside.fresh(), Doctor.Moved.FRESH.toMinutes()));
      }
      return new Outcome(aside.files() > 0, said);
    }
  }

  @FunctionalInterface
  private interface Repair {
    Outcome make(Doctor doctor, Doctor.Report report) throws HistoryException;
  }

  @FunctionalInterface
  private interface Change {
    void make(Doctor doctor) throws HistoryException;
  }

  /** One of which nothing is to be known but that it was made. */
  private static Repair silent(Change change) {
    return (doctor, _) -> {
      change.make(doctor);
      return Outcome.DONE;
    };
  }

  /**
   * What indexes of tables forbid goes before they are made; the index for searching comes last,
   * since it is made of what is there then.
   */
  private static final List<Step> STEPS =
      List.of(
          new Step(
              "put one of several wordings or answers in use, and in order",
              finds(Kind.ALTERNATIVES),
              silent(Doctor::chooseAlternatives)),
          new Step(
              "make views and indexes of the database anew",
              finds(Kind.SCHEMA),
              silent(Doctor::mendSchema)),
          new Step(
              "take dates that can't be read from those around them",
              finds(Kind.DATE),
              silent(Doctor::mendDates)),
          new Step(
              "remove rows that refer to nothing and hold no words",
              finds(Kind.ORPHAN_ROW),
              (doctor, _) ->
                  new Outcome(
                      true,
                      List.of("Rows that were removed: %d.".formatted(doctor.removeOrphanRows())))),
          new Step(
              "fetch pictures and files that are missing or damaged from the backups",
              finds(Kind.SPARE_BLOB),
              (doctor, report) -> {
                Doctor.Moved fetched = doctor.fetchFiles(report.findings());
                String came = "Pictures and files that came back: %d.".formatted(fetched.files());
                Path place = fetched.place();
                String said =
                    place == null ? came : "%s The damaged ones lie in %s".formatted(came, place);
                return new Outcome(fetched.files() > 0, List.of(said));
              }),
          new Step(
              "put files aside that belong to nothing",
              finds(Kind.ORPHAN_BLOB, Kind.LEFTOVER),
              (doctor, report) -> Outcome.of(doctor.putFilesAside(report.findings()))),
          new Step(
              "make the index for searching anew",
              Doctor.Report::canRebuildIndex,
              silent(Doctor::rebuildIndex)));

  /** For what is not made of the rest alone. */
  private static final Predicate<Doctor.Report> WANTS_BACKUP =
      finds(Kind.ALTERNATIVES, Kind.SCHEMA, Kind.DATE, Kind.ORPHAN_ROW);

  /** Whether it would do anything. */
  static boolean canMend(Doctor.Report report) {
    return STEPS.stream().anyMatch(step -> step.need.test(report));
  }

  @Override
  public Integer call() throws Exception {
    Doctor doctor = console.care().doctor();
    Doctor.Report report = Examining.of(console);
    List<String> done = new ArrayList<>();
    List<String> said = new ArrayList<>();
    if (yes && WANTS_BACKUP.test(report)) {
      said.add("A backup from before: " + console.care().backups().make().file());
    }
    for (Step step : STEPS) {
      if (step.need.test(report)) {
        Outcome outcome = yes ? step.repair.make(doctor, report) : Outcome.DONE;
        if (outcome.done) {
          done.add(step.words);
        }
        said.addAll(outcome.said);
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
