package dev.polylogue.media;

import java.util.Locale;

/** Makes names of others fit to be shown, sent and used as a file name (T07, I36). */
public final class FileNames {
  private static final int LONGEST = 80;

  private FileNames() {}

  /**
   * The last part of a path, without separators, control and direction characters, and never a name
   * that a system reserves. Empty names become {@code file}.
   */
  public static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean =
        last.codePoints()
            .filter(c -> !isHidden(c))
            .map(c -> "<>:\"|?*".indexOf(c) >= 0 ? '_' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip()
            .replaceAll("[. ]+$", "")
            .replaceAll("^\\.+", "");
    String stem = stem(clean);
    if (stem.length() > LONGEST) {
      int end = Character.isHighSurrogate(stem.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      clean = stem.substring(0, end) + extension(clean);
    }
    return stem.isEmpty() || isReserved(stem) ? "file" + extension(clean) : clean;
  }

  /** Words out of a file, fit to be shown. */
  static String shown(String words) {
    String clean =
        words
            .codePoints()
            .filter(c -> !isHidden(c))
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return clean.strip();
  }

  /** The name with the extension of what it has become. */
  public static String typed(String name, String extension) {
    String now = extension(name).toLowerCase(Locale.ROOT);
    boolean fits = now.equals(extension) || (extension.equals(".jpg") && now.equals(".jpeg"));
    return fits ? name : stem(name) + extension;
  }

  /** With its dot; empty where there is none, or where it is too long to be one. */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || name.length() - dot > 12 ? "" : name.substring(dot);
  }

  /** Without the extension. */
  public static String stem(String name) {
    return name.substring(0, name.length() - extension(name).length());
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /** Names of devices on Windows, whatever their extension. */
  private static boolean isReserved(String stem) {
    return stem.matches("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");
  }
}
