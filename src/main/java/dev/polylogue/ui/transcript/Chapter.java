package dev.polylogue.ui.transcript;

import dev.polylogue.ui.fx.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Some turns of long ago, parsed and laid out as lines on whatever thread, to be put above what is
 * on screen in one go. On the FX thread from then on.
 */
record Chapter(List<TurnView> turns, LineStack.Ready lines) {

  /**
   * @param whole whether the first of the turns is the first of all
   */
  static Chapter of(Canvas canvas, List<TranscriptTurn> turns, boolean whole) {
    OnTheSpot work = new OnTheSpot(canvas.work());
    List<TurnView> views = new ArrayList<>();
    for (TranscriptTurn turn : turns) {
      views.add(new TurnView(canvas.blank(work), turn, whole && views.isEmpty()));
    }
    work.finish();
    return new Chapter(views, LineStack.Ready.of(views.stream().map(TurnView::document).toList()));
  }

  /** Does at once what is asked for until the chapter is made, and then as usual. */
  private static final class OnTheSpot implements Work {
    private final Work usual;
    private volatile boolean made;

    OnTheSpot(Work usual) {
      this.usual = usual;
    }

    void finish() {
      made = true;
    }

    @Override
    public <T> void run(
        Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
      if (made) {
        usual.run(work, done, failed);
        return;
      }
      T result;
      try {
        result = work.call();
      } catch (Exception e) {
        failed.accept(e);
        return;
      }
      done.accept(result);
    }
  }
}
