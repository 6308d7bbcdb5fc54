package dev.polylogue.history;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the log beside a database (D22), and what can be done. */
final class LogWords {
  private final Path database;
  private final Path log;

  LogWords(DataFolder folder) {
    this.database = folder.database();
    this.log = folder.wal();
  }

  /**
   * @param aside where the history lies as it was found, or null while nothing was done
   */
  String of(LogGuard.Verdict verdict, @Nullable Path aside) {
    String what = verdict.lost() ? lost(verdict.mark()) : foreign();
    String unfit =
        verdict.lost() && verdict.foreign()
            ? " What lies there is another log, or what is left of it, and does not fit."
            : "";
    return verdict.lost() && verdict.mark() == null
        ? what
        : what + unfit + " " + ways(verdict, aside);
  }

  private String lost(@Nullable LogMark mark) {
    if (mark == null) {
      return "Polylogue did not end in order last time, and %s, which then holds the latest changes, is not there. If it was removed, what it held is lost, unless it is put back beside %s before anything more is stored, with Polylogue closed. Later it no longer fits; then look into a backup."
          .formatted(log, database.getFileName());
    }
    return "Polylogue did not end in order last time, and %s, which then holds the latest changes, is missing, was cut short or was changed. %s is lost in part or as a whole."
        .formatted(log, span(time(mark.sure()), time(mark.at())));
  }

  private static String span(String sure, String last) {
    return sure.equals(last)
        ? "What was stored last, at %s,".formatted(last)
        : "What was stored until %s is there; what was stored from then to %s"
            .formatted(sure, last);
  }

  private String foreign() {
    return "%s is not the log that Polylogue left beside %s: one of the two is an old one, or another program put it there. Together they could put old words in the place of newer ones, so the log is not used. Where the database is the old one, what came after it may be in that log."
        .formatted(log, database.getFileName());
  }

  private String ways(LogGuard.Verdict verdict, @Nullable Path aside) {
    if (aside == null) {
      return verdict.lost()
          ? "If you still have the whole log, put it in its place before Polylogue is started."
          : "The next start puts it aside.";
    }
    Path copy = aside.resolve(String.valueOf(database.getFileName()));
    return verdict.lost()
        ? "The history as it was found lies in %s. If you still have the whole log, put it beside %s there, and restore that history; or look into a backup."
            .formatted(aside, copy.getFileName())
        : "It lies in %s with a copy of the history. Restoring %s uses both together, if they fit after all."
            .formatted(aside, copy);
  }

  private static String time(long millis) {
    return Moments.second(Instant.ofEpochMilli(millis));
  }
}
