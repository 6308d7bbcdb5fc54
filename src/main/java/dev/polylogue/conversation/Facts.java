package dev.polylogue.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Named values and named lists of further such: the form in which everything that is kept of a
 * comparison leaves one history and enters another. What is absent has no entry.
 *
 * @param values strings, {@link Long}, {@link Double}, {@link Boolean}, {@link Bytes} and {@link
 *     Json}, by name
 * @param lists what it consists of, by name
 */
public record Facts(SequencedMap<String, Object> values, SequencedMap<String, List<Facts>> lists) {

  /** A value that is JSON itself. */
  public record Json(String text) {}

  public Facts {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    lists = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lists));
  }

  public static Draft draft() {
    return new Draft();
  }

  /** The value of a name when it is text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  public boolean isOn(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** Empty when there is no list of that name. */
  public List<Facts> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  /** Facts that are being put together. One thread. */
  public static final class Draft {
    private final SequencedMap<String, Object> values = new LinkedHashMap<>();
    private final SequencedMap<String, List<Facts>> lists = new LinkedHashMap<>();

    private Draft() {}

    /** Null leaves the name out. */
    public Draft put(String name, @Nullable Object value) {
      if (value != null) {
        values.put(name, value);
      }
      return this;
    }

    /** An empty list leaves the name out. */
    public Draft put(String name, List<Facts> list) {
      if (!list.isEmpty()) {
        lists.put(name, List.copyOf(list));
      }
      return this;
    }

    public Facts done() {
      return new Facts(values, lists);
    }
  }
}
