package dev.polylogue.ui.transcript;

import dev.polylogue.ui.markdown.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How words look.
 *
 * @param address where a click leads, or null
 */
record TextStyle(Set<Span.Mark> marks, Tone tone, @Nullable String address) {

  /** What words are, beside their Markdown. */
  enum Tone {
    NORMAL,
    MUTED,
    /** A character that would not show or would deceive, made visible (T06). */
    HIDDEN,
    WARNING,
    /** What a voter thought of a reply. */
    VERDICT,
    CODE_KEYWORD,
    CODE_STRING,
    CODE_COMMENT,
    CODE_NUMBER,
    CODE_TYPE,
    CODE_FUNCTION,
    CODE_NAME,
    CODE_TAG,
    CODE_OPERATOR,
    CODE_META,
    CODE_ADDED,
    CODE_REMOVED
  }

  static final TextStyle PLAIN = new TextStyle(Set.of(), Tone.NORMAL, null);

  static TextStyle of(Tone tone) {
    return new TextStyle(Set.of(), tone, null);
  }

  TextStyle with(Tone changed) {
    return new TextStyle(marks, changed, address);
  }

  /** Style classes, as transcript.css names them. */
  List<String> classes() {
    List<String> classes = new ArrayList<>(4);
    marks.forEach(mark -> classes.add(mark.name().toLowerCase(Locale.ROOT)));
    if (tone != Tone.NORMAL) {
      classes.add(tone.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (address != null) {
      classes.add("link");
    }
    return classes;
  }
}
