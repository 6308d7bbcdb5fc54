package dev.polylogue.ui.formula;

import dev.polylogue.ui.formula.Setting.Outlines;
import dev.polylogue.ui.formula.Setting.Reason;
import dev.polylogue.ui.formula.Setting.Refused;
import dev.polylogue.ui.fx.Deadline;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/** Sets formulas, and remembers those it has set. Any thread but the FX thread. */
public final class Formulas {
  /** Boxes come in ems; this size, in points, says how many of them a length in points is. */
  private static final float NOMINAL = 14;

  private static final int REMEMBERED = 2_000;

  /** Sizes in parts of the size of the text. */
  private static final double WIDEST = 600;

  private static final double HIGHEST = 120;

  /** How far ink may reach out of its place. */
  private static final double SLACK = 0.7;

  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** What others are waited for, the first of whom loads the fonts. */
  private static final Duration WAITING = Duration.ofSeconds(10);

  /** The library has static state, so this is one for all. */
  private static final ReentrantLock LIBRARY = new ReentrantLock();

  private record Wanted(String tex, boolean display) {}

  private final Map<Wanted, Setting> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Wanted, Setting> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * @param tex without delimiters
   * @param display whether it stands on a line of its own, with room for limits
   */
  public Setting set(String tex, boolean display) {
    if (Commands.isTooLong(tex)) {
      return new Refused(Reason.LARGE);
    }
    if (tex.isBlank() || Commands.isDenied(tex) || isBroken(tex)) {
      return new Refused(Reason.UNKNOWN);
    }
    Wanted wanted = new Wanted(tex, display);
    Setting before = known.get(wanted);
    if (before != null) {
      return before;
    }
    Setting now = alone(wanted);
    if (!(now instanceof Refused(Reason reason) && reason == Reason.SLOW)) {
      known.put(wanted, now);
    }
    return now;
  }

  /**
   * Whether braces lack their other half: the library sets what stands before and drops the rest.
   */
  private static boolean isBroken(String tex) {
    int open = 0;
    for (int i = 0; i < tex.length() && open >= 0; i++) {
      switch (tex.charAt(i)) {
        case '\\' -> i++;
        case '{' -> open++;
        case '}' -> open--;
        default -> {}
      }
    }
    return open != 0;
  }

  private static Setting alone(Wanted wanted) {
    try {
      if (!LIBRARY.tryLock(WAITING.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Refused(Reason.SLOW);
      }
      try {
        Commands.teach();
        return Deadline.within(LONGEST, () -> outlines(wanted))
            .orElseGet(() -> new Refused(Reason.SLOW));
      } finally {
        LIBRARY.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Refused(Reason.SLOW);
    }
  }

  private static Setting outlines(Wanted wanted) {
    try {
      int style = wanted.display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
      Box box =
          new TeXFormula(Commands.spoken(wanted.tex)).createTeXIcon(style, NOMINAL, true).getBox();
      double width = box.getWidth();
      double height = (double) box.getHeight() + box.getDepth();
      if (!(width > 0 && width < WIDEST && height > 0 && height < HIGHEST)) {
        return new Refused(Reason.LARGE);
      }
      InkRecorder ink = new InkRecorder(Outlines.UNITS);
      box.draw(ink, 0, 0);
      boolean inPlace =
          ink.isWithin(-SLACK, -box.getHeight() - SLACK, width + SLACK, box.getDepth() + SLACK);
      return inPlace
          ? new Outlines(width, box.getHeight(), box.getDepth(), ink.inks())
          : new Refused(Reason.LARGE);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // The library throws whatever comes its way where it does not understand a formula.
      return new Refused(Reason.UNKNOWN);
    }
  }
}
