package dev.polylogue.ui.settings;

import dev.polylogue.history.Backup;
import dev.polylogue.history.Backups;
import dev.polylogue.history.Contents;
import dev.polylogue.history.Doctor;
import dev.polylogue.history.Restorer;
import dev.polylogue.ui.kit.FileFigures;
import dev.polylogue.ui.kit.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the state of a history is in words. */
final class HealthWords {
  private final Texts texts;

  HealthWords(Texts texts) {
    this.texts = texts;
  }

  String of(Doctor.Report report) {
    Contents contents = report.contents();
    if (!report.isSound() || contents == null) {
      return texts.get("health.findings", report.findings().size());
    }
    return texts.get(
        "health.sound",
        contents.comparisons(),
        contents.turns(),
        contents.replies(),
        FileFigures.size(report.databaseBytes()),
        FileFigures.size(report.blobBytes()));
  }

  String of(Backup backup, boolean readable) {
    return texts.get(
        readable ? "health.backup" : "health.backup.unreadable", moment(backup.takenAt()));
  }

  String of(Backups.Made made) {
    String words = texts.get("health.backedup", made.file().toString(), made.missing());
    if (made.indexMadeAnew()) {
      words += " " + texts.get("health.backedup.index");
    }
    if (made.wordsMissing()) {
      words += " " + texts.get("health.backedup.words");
    }
    return made.unreadable().isEmpty()
        ? words
        : words
            + " "
            + texts.get(
                "health.backedup.unreadable",
                made.unreadable().stream()
                    .map(backup -> String.valueOf(backup.file().getFileName()))
                    .collect(Collectors.joining(", ")));
  }

  /** How many files were, where they lie, and how many were not yet. */
  String putAside(Doctor.Moved moved) {
    List<String> words = new ArrayList<>();
    Path place = moved.place();
    if (place != null) {
      words.add(texts.get("health.putaside", moved.files(), place.toString()));
    }
    if (moved.fresh() > 0) {
      words.add(texts.get("health.putaside.fresh", moved.fresh(), Doctor.Moved.FRESH.toMinutes()));
    }
    return String.join(" ", words);
  }

  /** How many files came back, and where the damaged ones lie. */
  String fetched(Doctor.Moved moved) {
    String words = texts.get("health.fetched", moved.files());
    Path place = moved.place();
    return place == null
        ? words
        : words + " " + texts.get("health.fetched.aside", place.toString());
  }

  String backedUpBefore(Path backup) {
    return texts.get("health.before", backup.toString());
  }

  String aside(Path file) {
    Path folder = file.getParent();
    return folder == null
        ? file.toString()
        : texts.get(
            Restorer.wasDamaged(folder) ? "health.aside.damaged" : "health.aside",
            String.valueOf(folder.getFileName()));
  }

  /** What would be there, and what would not be any more. */
  String of(Restorer.Preview preview) {
    Contents there = preview.there();
    Contents.Newest newest = there.newest();
    String words =
        texts.get(
            "health.preview",
            there.comparisons(),
            there.turns(),
            newest == null ? "–" : moment(newest.usedAt()),
            preview.onlyHere().size(),
            preview.missing());
    return preview.onlyHere().isEmpty()
        ? words
        : words
            + "\n"
            + texts.get(
                "health.preview.titles",
                String.join(", ", preview.onlyHere().stream().limit(5).toList()));
  }

  private String moment(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(texts.locale())
        .withZone(ZoneId.systemDefault())
        .format(moment);
  }
}
