package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.ShapedWords;
import java.util.Optional;
import org.fxmisc.richtext.model.TextOps;

/** Tells the text area how long segments are and how they are cut and joined. */
final class SegmentRules implements TextOps<Segment, TextStyle> {
  private static final String OBJECT = "\uFFFC";

  @Override
  public int length(Segment segment) {
    return getText(segment).length();
  }

  @Override
  public char charAt(Segment segment, int index) {
    return getText(segment).charAt(index);
  }

  @Override
  public String getText(Segment segment) {
    return switch (segment) {
      case Segment.Words words -> words.text();
      case Segment.Placed placed -> OBJECT;
    };
  }

  @Override
  public Segment subSequence(Segment segment, int start, int end) {
    return switch (segment) {
      case Segment.Words words -> new Segment.Words(words.text().substring(start, end));
      case Segment.Placed placed -> start < end ? placed : Segment.NOTHING;
    };
  }

  @Override
  public Segment subSequence(Segment segment, int start) {
    return subSequence(segment, start, length(segment));
  }

  @Override
  public Optional<Segment> joinSeg(Segment left, Segment right) {
    return left instanceof Segment.Words first
            && right instanceof Segment.Words second
            && ShapedWords.mayJoin(first.text(), second.text())
        ? Optional.of(new Segment.Words(first.text() + second.text()))
        : Optional.empty();
  }

  @Override
  public Segment createEmptySeg() {
    return Segment.NOTHING;
  }

  @Override
  public Segment create(String text) {
    return new Segment.Words(text);
  }
}
