package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Formulas;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Searches the turns of one pane as they are shown, whether they are on screen or not. Keeps what
 * it laid out, so that the next search looks only at what is new. One thread at a time, never the
 * FX thread.
 */
public final class PaneSearch {
  /** More places are counted but can't be gone to. */
  private static final int MOST = 5_000;

  private final Texts texts;
  private final Formulas formulas = new Formulas();
  private Map<UUID, TurnSearch> turns = new HashMap<>();
  private @Nullable Needle last;

  public PaneSearch(Texts texts) {
    this.texts = texts;
  }

  /**
   * What was found.
   *
   * @param count of all places
   * @param hits the first of them, in order
   */
  public record Found(int count, List<Hit> hits) {
    public static final Found NOTHING = new Found(0, List.of());

    public Found {
      hits = List.copyOf(hits);
    }
  }

  public Found search(List<TranscriptTurn> shown, Needle needle) {
    Map<UUID, TurnSearch> kept = new HashMap<>();
    List<Hit> hits = new ArrayList<>();
    int count = 0;
    boolean same = needle.equals(last);
    for (TranscriptTurn turn : shown) {
      TurnSearch search = turns.get(turn.turn());
      if (search == null || !search.fits(turn)) {
        search = new TurnSearch(texts, formulas, turn);
      }
      kept.put(turn.turn(), search);
      List<Hit> found = search.search(turn, needle, same);
      count += found.size();
      hits.addAll(found.subList(0, Math.min(found.size(), MOST - hits.size())));
    }
    turns = kept;
    last = needle;
    return new Found(count, hits);
  }
}
