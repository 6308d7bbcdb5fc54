package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Part;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a section of the document in step with a growing text. At most one piece of work is under
 * way; the newest text wins, and the last one is always shown. FX thread.
 */
final class PassageView implements BoxSource {
  /** Above this, an open tail is looked at again only when it has grown by a part of itself. */
  private static final int LARGE = 64_000;

  private static final int PART = 64;

  /** So many lines are put on screen at a time; more would hold up a frame. */
  private static final int POURED_AT_ONCE = 1_000;

  private final Work work;
  private final LineDocument.Section section;
  private final Runnable changed;
  private final List<Line> painted = new ArrayList<>();
  private final Unwrapped unwrapped = new Unwrapped();
  private Citing citing = Citing.NOTHING;
  private Citing cited = Citing.NOTHING;
  private LinePainter painter;
  private CharSequence latest = "";
  private int poured;
  private int seen;
  private int open;
  private boolean ended;
  private boolean seenEnd;
  private boolean busy;
  private boolean pouring;
  private boolean hidden;
  private boolean gone;

  /**
   * @param changed runs after lines on screen have changed
   */
  PassageView(Work work, LineDocument.Section section, Runnable changed) {
    this.work = work;
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

  /** What the words rest on. Lines that stand already are seen to once the text has ended. */
  void cite(List<Part.Citation> citations) {
    citing = citing.citations().equals(citations) ? citing : new Citing(citations);
    if (seen == 0 && !busy) {
      cited = citing;
    }
  }

  void hide(boolean hide) {
    if (hidden != hide) {
      hidden = hide;
      poured = 0;
      pour();
    }
  }

  void leave() {
    gone = true;
  }

  boolean isSettled() {
    return !busy && !pouring;
  }

  LineDocument.Section section() {
    return section;
  }

  /** The lines as they were laid out last, also while they are hidden. */
  List<Line> painted() {
    return List.copyOf(painted);
  }

  private void next() {
    int grown = latest.length() - seen;
    boolean worth = open < LARGE || grown > open / PART || ended;
    boolean ends = ended && !seenEnd;
    boolean uncited = ended && !cited.equals(citing);
    boolean due = grown > 0 && worth || ends || uncited;
    if (busy || pouring || gone || !due) {
      return;
    }
    busy = true;
    seenEnd = ended;
    CharSequence text = latest;
    boolean complete = ended;
    Citing with = citing;
    List<Line> again = uncited ? List.copyOf(painted) : List.of();
    cited = uncited ? with : cited;
    LinePainter.Painted same = new LinePainter.Painted(painted.size(), List.of(), open);
    boolean stands = grown == 0 && !ends;
    work.run(
        () -> with.in(again, stands ? same : painter.paint(text, complete)),
        result -> done(text, result),
        failure -> done(text, plain(text)));
  }

  /** Text that could not be laid out is shown as it was written, and stays so. */
  private LinePainter.Painted plain(CharSequence text) {
    painter = new PlainPainter(Look.LITERAL, LineStyle.Edge.NONE, 8);
    return painter.paint(text, true);
  }

  private void done(CharSequence text, LinePainter.Painted result) {
    busy = false;
    seen = text.length();
    open = result.open();
    painted.subList(result.kept(), painted.size()).clear();
    painted.addAll(result.fresh());
    poured = unwrapped.isEmpty() ? Math.min(poured, result.kept()) : 0;
    if (!pouring) {
      pour();
    }
  }

  /** Puts the lines that are not on screen yet there, or takes all away while it is hidden. */
  private void pour() {
    if (gone) {
      return;
    }
    List<Line> wanted = unwrapped.isEmpty() ? painted : unwrapped.in(painted);
    int to = hidden ? 0 : Math.min(wanted.size(), poured + POURED_AT_ONCE);
    section.set(poured, wanted.subList(poured, to));
    poured = to;
    pouring = !hidden && poured < wanted.size();
    if (pouring) {
      work.act(() -> {}, this::pour, failure -> {});
    } else {
      next();
    }
    changed.run();
  }

  @Override
  public String code(int ordinal) {
    return Boxes.code(painted, ordinal);
  }

  @Override
  public List<TableWidget> table(int ordinal) {
    return Boxes.table(painted, ordinal);
  }

  @Override
  public boolean isWrapped(int ordinal) {
    return !unwrapped.contains(ordinal);
  }

  @Override
  public void wrap(int ordinal, boolean wrapped) {
    unwrapped.set(ordinal, !wrapped);
    poured = 0;
    if (!pouring) {
      pour();
    }
  }
}
