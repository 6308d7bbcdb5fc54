package dev.polylogue.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Colours a block of code that grows at its end: a line that stands as it was is not looked at
 * again. One thread at a time.
 *
 * @param <T> what becomes of a line
 */
public final class IncrementalCode<T> {
  /** A longer line stays plain: the worst of them cost time by the square of their length (T05). */
  static final int LONGEST = 1_000;

  /**
   * A line that was seen to.
   *
   * @param state of the language at its end
   */
  private record Seen<T>(String line, T made, int state) {}

  private final Tokenizer tokenizer;
  private final Function<List<Piece>, T> shape;
  private final List<Seen<T>> seen = new ArrayList<>();

  /**
   * @param language the word behind the fence; an unknown one leaves all plain
   * @param shape makes what is wanted of the pieces of a line; called once for each line
   */
  public IncrementalCode(String language, Function<List<Piece>, T> shape) {
    this.tokenizer = Languages.tokenizer(language);
    this.shape = shape;
  }

  /**
   * The lines in colour; the very same objects as last time as far as the lines are the same.
   *
   * @param lines all of the block, without line feeds
   */
  public List<T> update(List<String> lines) {
    int same = 0;
    int most = Math.min(lines.size(), seen.size());
    while (same < most && seen.get(same).line().equals(lines.get(same))) {
      same++;
    }
    seen.subList(same, seen.size()).clear();
    int state = same == 0 ? Tokenizer.START : seen.getLast().state();
    for (String line : lines.subList(same, lines.size())) {
      Tokenizer.Row row = row(line, state);
      state = row.state();
      seen.add(new Seen<>(line, shape.apply(row.pieces()), state));
    }
    return seen.stream().map(Seen::made).toList();
  }

  private Tokenizer.Row row(String line, int state) {
    return line.length() > LONGEST ? Tokenizer.plain(line, state) : tokenizer.row(line, state);
  }
}
