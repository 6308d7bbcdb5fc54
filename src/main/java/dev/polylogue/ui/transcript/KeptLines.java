package dev.polylogue.ui.transcript;

import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.reactfx.Subscription;
import org.reactfx.collection.ListChangeAccumulator;
import org.reactfx.collection.LiveList;
import org.reactfx.collection.LiveListBase;
import org.reactfx.collection.QuasiListChange;
import org.reactfx.collection.QuasiListModification;
import org.reactfx.collection.UnmodifiableByDefaultLiveList;

/**
 * The lines of a document as its area is told of them. The area makes a new cell for each line that
 * it is told has changed; of a line that is kept it isn't told. FX thread.
 */
final class KeptLines extends LiveListBase<Paragraph<LineStyle, Segment, TextStyle>>
    implements UnmodifiableByDefaultLiveList<Paragraph<LineStyle, Segment, TextStyle>> {
  private static final int NONE = -1;

  private final LiveList<Paragraph<LineStyle, Segment, TextStyle>> lines;
  private int kept = NONE;

  KeptLines(LiveList<Paragraph<LineStyle, Segment, TextStyle>> lines) {
    this.lines = lines;
  }

  /** Runs a change that begins in a line, whose cell stays. */
  void keep(int line, Runnable change) {
    kept = line;
    try {
      change.run();
    } finally {
      kept = NONE;
    }
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public Paragraph<LineStyle, Segment, TextStyle> get(int index) {
    return lines.get(index);
  }

  @Override
  protected Subscription observeInputs() {
    return lines.observeQuasiChanges(this::changed);
  }

  private void changed(QuasiListChange<? extends Paragraph<LineStyle, Segment, TextStyle>> change) {
    ListChangeAccumulator<Paragraph<LineStyle, Segment, TextStyle>> told =
        new ListChangeAccumulator<>();
    change.getModifications().forEach(modification -> told.add(told(modification)));
    notifyObservers(told.fetch());
  }

  private QuasiListModification<? extends Paragraph<LineStyle, Segment, TextStyle>> told(
      QuasiListModification<? extends Paragraph<LineStyle, Segment, TextStyle>> modification) {
    List<? extends Paragraph<LineStyle, Segment, TextStyle>> removed = modification.getRemoved();
    return modification.getFrom() != kept || removed.isEmpty() || modification.getAddedSize() == 0
        ? modification
        : QuasiListModification.create(
            kept + 1, removed.subList(1, removed.size()), modification.getAddedSize() - 1);
  }
}
