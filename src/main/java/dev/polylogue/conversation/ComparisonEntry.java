package dev.polylogue.conversation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comparison as the list of the history shows it, without its words. */
public record ComparisonEntry(
    UUID id, String title, Instant createdAt, Instant updatedAt, Contents contents, Filing filing) {

  /**
   * What is in it.
   *
   * @param panes the models of the open panes, in their order
   * @param turns how many follow one another in the branch in use
   */
  public record Contents(ComparisonKind kind, List<ModelRef> panes, int turns) {
    public Contents {
      panes = List.copyOf(panes);
    }
  }

  /**
   * Where it was put.
   *
   * @param folder its name, or {@code ""} for none
   * @param tags in alphabetical order
   * @param trashedAt null while it is not in the trash
   */
  public record Filing(
      boolean pinned, String folder, SequencedSet<String> tags, @Nullable Instant trashedAt) {
    public static final Filing NONE = new Filing(false, "", new LinkedHashSet<>(), null);

    public Filing {
      tags = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(tags));
    }

    public boolean isTrashed() {
      return trashedAt != null;
    }
  }

  public ComparisonKind kind() {
    return contents.kind();
  }

  public List<ModelRef> panes() {
    return contents.panes();
  }

  public int turns() {
    return contents.turns();
  }
}
