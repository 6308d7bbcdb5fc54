package dev.polylogue.history;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backup that was verified: it bears its name only since then. The number orders them, since
 * clocks can go back (D26).
 *
 * @param takenAt by the clock of then, to the second
 */
public record Backup(Path file, int number, Instant takenAt) {
  private static final Pattern NAME =
      Pattern.compile("polylogue-(\\d{6})-(\\d{8}-\\d{6})(?:-before-schema-\\d+)?\\.db");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  static String name(int number, Instant takenAt, int beforeSchema) {
    String before = beforeSchema == 0 ? "" : "-before-schema-" + beforeSchema;
    return "polylogue-%06d-%s%s.db".formatted(number, MOMENT.format(takenAt), before);
  }

  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  static Optional<Backup> of(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    try {
      return name.matches()
          ? Optional.of(
              new Backup(
                  file,
                  Integer.parseInt(name.group(1)),
                  MOMENT.parse(name.group(2), Instant::from)))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
