package dev.polylogue.transfer;

import java.util.Set;

/**
 * Our own JSON. One object: {@code format}, {@code version}, and {@code comparisons}, a list of
 * objects. Each begins with its {@code files}, whose {@code data} is base64 and whose name is the
 * SHA-256 of it; then come its values and lists as the history names them. A later version of the
 * format only adds; what can't be understood by an older program gets a higher number.
 */
final class OwnFormat {
  static final String NAME = "polylogue-history";
  static final int VERSION = 1;

  static final String FORMAT_FIELD = "format";
  static final String VERSION_FIELD = "version";
  static final String COMPARISONS = "comparisons";
  static final String FILES = "files";
  static final String SHA256 = "sha256";
  static final String DATA = "data";
  static final String MISSING = "missing";

  /** Names whose lists hold objects of ours; any other list or object is a value. */
  static final Set<String> LISTS =
      Set.of(
          "tags",
          "blinding",
          "photo",
          "panes",
          "turns",
          "parts",
          "editStep",
          "replies",
          "marks",
          "exchanges",
          "votes");

  private OwnFormat() {}
}
