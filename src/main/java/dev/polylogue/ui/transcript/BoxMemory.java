package dev.polylogue.ui.transcript;

import dev.polylogue.ui.code.IncrementalCode;
import dev.polylogue.ui.code.Piece;
import dev.polylogue.ui.transcript.Line.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a painter keeps of the boxes that may still grow: the colours of their code, and how far
 * they are scrolled sideways. One thread at a time.
 */
final class BoxMemory {
  private static final Map<Piece.Kind, TextStyle> STYLES = styles();

  private final BoxSource source;
  private final Map<Integer, Box> boxes = new HashMap<>();

  BoxMemory(BoxSource source) {
    this.source = source;
  }

  /**
   * One box.
   *
   * @see BoxSource
   */
  final class Box {
    private final int ordinal;
    private final Sideways.Place place = new Sideways.Place();
    private String language = "";
    private @Nullable IncrementalCode<List<Run>> code;

    private Box(int ordinal) {
      this.ordinal = ordinal;
    }

    int ordinal() {
      return ordinal;
    }

    BoxSource source() {
      return source;
    }

    Sideways.Place place() {
      return place;
    }

    /** The lines of a block of code in colour; only those that are new are looked at. */
    List<List<Run>> coloured(String word, List<String> lines) {
      IncrementalCode<List<Run>> known = code;
      if (known == null || !word.equals(language)) {
        language = word;
        known = new IncrementalCode<>(word, BoxMemory::runs);
        code = known;
      }
      return known.update(lines);
    }
  }

  Box box(int ordinal) {
    return boxes.computeIfAbsent(ordinal, Box::new);
  }

  /** Boxes before this one change no more. */
  void forget(int before) {
    boxes.keySet().removeIf(ordinal -> ordinal < before);
  }

  private static List<Run> runs(List<Piece> pieces) {
    List<Run> runs = new ArrayList<>();
    for (Piece piece : pieces) {
      runs.addAll(
          LineWriter.runs(piece.text(), STYLES.getOrDefault(piece.kind(), TextStyle.PLAIN)));
    }
    return List.copyOf(runs);
  }

  private static Map<Piece.Kind, TextStyle> styles() {
    Map<Piece.Kind, TextStyle> styles = new EnumMap<>(Piece.Kind.class);
    for (Piece.Kind kind : Piece.Kind.values()) {
      styles.put(kind, TextStyle.of(tone(kind)));
    }
    return styles;
  }

  private static TextStyle.Tone tone(Piece.Kind kind) {
    return switch (kind) {
      case PLAIN -> TextStyle.Tone.NORMAL;
      case KEYWORD -> TextStyle.Tone.CODE_KEYWORD;
      case STRING -> TextStyle.Tone.CODE_STRING;
      case COMMENT -> TextStyle.Tone.CODE_COMMENT;
      case NUMBER -> TextStyle.Tone.CODE_NUMBER;
      case TYPE -> TextStyle.Tone.CODE_TYPE;
      case FUNCTION -> TextStyle.Tone.CODE_FUNCTION;
      case NAME -> TextStyle.Tone.CODE_NAME;
      case TAG -> TextStyle.Tone.CODE_TAG;
      case OPERATOR -> TextStyle.Tone.CODE_OPERATOR;
      case META -> TextStyle.Tone.CODE_META;
      case ADDED -> TextStyle.Tone.CODE_ADDED;
      case REMOVED -> TextStyle.Tone.CODE_REMOVED;
    };
  }
}
