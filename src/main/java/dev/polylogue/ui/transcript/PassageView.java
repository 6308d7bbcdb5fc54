package dev.polylogue.ui.transcript;

import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a section of the document in step with a growing text. At most one piece of work is under
 * way; the newest text wins, and the last one is always shown. FX thread.
 */
final class PassageView implements CodeHead.Source {
  /** Above this, an open tail is looked at again only when it has grown by a part of itself. */
  private static final int LARGE = 64_000;

  private static final int PART = 64;

  private final Background background;
  private final LineDocument.Section section;
  private final Runnable changed;
  private final List<Line> painted = new ArrayList<>();
  private LinePainter painter;
  private CharSequence latest = "";
  private int seen;
  private int open;
  private boolean ended;
  private boolean busy;
  private boolean hidden;
  private boolean gone;

  /**
   * @param changed runs after lines on screen have changed
   */
  PassageView(Background background, LineDocument.Section section, Runnable changed) {
    this.background = background;
    this.section = section;
    this.changed = changed;
    this.painter = new PlainPainter(Look.BODY, LineStyle.Edge.NONE, 8);
  }

  /** Paints with this from now on; to be called once, before anything is shown. */
  void paintWith(LinePainter chosen) {
    painter = chosen;
  }

  /**
   * @param complete whether the text grows no more
   */
  void show(CharSequence text, boolean complete) {
    latest = text;
    ended = complete;
    next();
  }

  void hide(boolean hide) {
    if (hidden != hide) {
      hidden = hide;
      section.set(hide ? List.of() : painted);
    }
  }

  void leave() {
    gone = true;
  }

  boolean isSettled() {
    return !busy;
  }

  private void next() {
    int grown = latest.length() - seen;
    boolean worth = open < LARGE || grown > open / PART || ended;
    if (busy || gone || grown == 0 || !worth) {
      return;
    }
    busy = true;
    CharSequence text = latest;
    background.run(
        () -> painter.paint(text),
        result -> done(text, result),
        failure -> done(text, plain(text)));
  }

  /** Text that could not be laid out is shown as it was written, and stays so. */
  private LinePainter.Painted plain(CharSequence text) {
    painter = new PlainPainter(Look.LITERAL, LineStyle.Edge.NONE, 8);
    return painter.paint(text);
  }

  private void done(CharSequence text, LinePainter.Painted result) {
    busy = false;
    if (gone) {
      return;
    }
    seen = text.length();
    open = result.open();
    painted.subList(result.kept(), painted.size()).clear();
    painted.addAll(result.fresh());
    if (!hidden) {
      section.set(result.kept(), result.fresh());
      changed.run();
    }
    next();
  }

  @Override
  public String code(int ordinal) {
    StringBuilder code = new StringBuilder();
    int block = -1;
    boolean first = true;
    for (Line line : painted) {
      if (line.style().look() == Look.CODE_HEAD) {
        block++;
      } else if (block == ordinal && line.style().look() == Look.CODE) {
        code.append(first || line.style().continued() ? "" : "\n").append(line.text());
        first = false;
      }
    }
    return code.append('\n').toString();
  }
}
