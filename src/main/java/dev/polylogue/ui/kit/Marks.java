package dev.polylogue.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;

/**
 * Small marks that tell providers apart at a glance: the first letters of the id on a tint that
 * stays the same for the same id. FX thread.
 */
public final class Marks {
  /** How many tints the style sheet has; they are called {@code mark-0} and so on. */
  static final int TINTS = 12;

  private Marks() {}

  public static Label of(ObservableValue<String> provider) {
    Label mark = blank();
    provider.subscribe(id -> dress(mark, id));
    return mark;
  }

  /** The mark of a provider that stays the same. */
  public static Label of(String provider) {
    Label mark = blank();
    dress(mark, provider);
    return mark;
  }

  private static Label blank() {
    Label mark = new Label();
    mark.setAlignment(Pos.CENTER);
    mark.setMinSize(Label.USE_PREF_SIZE, Label.USE_PREF_SIZE);
    return mark;
  }

  private static void dress(Label mark, String id) {
    mark.setText(letters(id));
    mark.setAccessibleText(id);
    mark.getStyleClass().setAll("provider-mark", "mark-" + tint(id));
  }

  /** Two letters: of the first two words, else of the only one; {@code ?} when there is none. */
  static String letters(String id) {
    List<String> words = new ArrayList<>(List.of(id.split("[^\\p{L}\\p{N}]+", -1)));
    words.removeIf(String::isEmpty);
    if (words.isEmpty()) {
      return "?";
    }
    String first = head(words.getFirst(), 1).toUpperCase(Locale.ROOT);
    String second = words.size() > 1 ? head(words.get(1), 1) : head(words.getFirst(), 2);
    return words.size() > 1
        ? first + second.toUpperCase(Locale.ROOT)
        : first + second.substring(head(second, 1).length()).toLowerCase(Locale.ROOT);
  }

  private static String head(String word, int letters) {
    int most = Math.min(letters, word.codePointCount(0, word.length()));
    return word.substring(0, word.offsetByCodePoints(0, most));
  }

  static int tint(String id) {
    int spread = id.hashCode() * 0x9E3779B9;
    return Math.floorMod(spread >>> 8, TINTS);
  }
}
