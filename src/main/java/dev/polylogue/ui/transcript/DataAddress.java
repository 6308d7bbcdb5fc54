package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.FileFigures;
import dev.polylogue.ui.kit.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address that holds its data itself: pages of figures that nobody reads. */
final class DataAddress {
  private static final String SCHEME = "data:";
  private static final int LONGEST_TYPE = 40;

  private DataAddress() {}

  static boolean is(@Nullable String address) {
    return address != null && address.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** Its media type and size: {@code image/png, 12 kB}. */
  static String described(Texts texts, String address) {
    int comma = address.indexOf(',');
    String head = address.substring(SCHEME.length(), comma < 0 ? address.length() : comma);
    int end = head.indexOf(';');
    String type = end < 0 ? head : head.substring(0, end);
    boolean coded = head.toLowerCase(Locale.ROOT).endsWith(";base64");
    long letters = comma < 0 ? 0 : address.length() - comma - 1;
    return texts.get(
        "transcript.picture.data",
        type.isEmpty() || type.length() > LONGEST_TYPE ? "text/plain" : type,
        FileFigures.size(coded ? letters * 3 / 4 : letters));
  }
}
