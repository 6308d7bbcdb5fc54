package dev.polylogue.ui.vote;

import dev.polylogue.session.Tags;
import dev.polylogue.session.Votes;
import dev.polylogue.ui.fx.Work;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The tags of the comparison on screen. FX thread. */
public final class TagsViewModel {
  private final Votes store;
  private final Work work;
  private final Consumer<Exception> trouble;
  private final ObservableList<String> tags = FXCollections.observableArrayList();
  private final ObservableList<String> known = FXCollections.observableArrayList();
  private final ObservableList<String> shownTags = FXCollections.unmodifiableObservableList(tags);
  private final ObservableList<String> shownKnown = FXCollections.unmodifiableObservableList(known);
  private @Nullable UUID comparison;

  public TagsViewModel(Votes store, Work work, Consumer<Exception> trouble) {
    this.store = store;
    this.work = work;
    this.trouble = trouble;
  }

  // Properties

  /** In alphabetical order. */
  public ObservableList<String> tags() {
    return shownTags;
  }

  /** Tags of other comparisons that this one does not have; read by {@link #look}. */
  public ObservableList<String> known() {
    return shownKnown;
  }

  // Commands

  /** Another comparison is on screen. */
  public void enter(Votes.Booth booth) {
    comparison = booth.comparison();
    tags.setAll(booth.tags());
    known.clear();
  }

  /** Reads which tags there are elsewhere. */
  public void look() {
    work.run(store::allTags, this::learn, trouble);
  }

  private void learn(Set<String> all) {
    known.setAll(all.stream().filter(tag -> !tags.contains(tag)).toList());
  }

  /** Blank words and tags that are there already are passed over. */
  public void add(String written) {
    String tag = Tags.plain(written);
    UUID to = comparison;
    if (to == null || tag.isEmpty() || tags.contains(tag)) {
      return;
    }
    Set<String> more = new TreeSet<>(tags);
    more.add(tag);
    tags.setAll(more);
    known.remove(tag);
    work.act(() -> store.tag(to, tag), () -> {}, failure -> failed(to, tag, failure));
  }

  private void failed(UUID to, String tag, Exception failure) {
    trouble.accept(failure);
    if (to.equals(comparison)) {
      tags.remove(tag);
    }
  }

  public void remove(String tag) {
    UUID from = comparison;
    if (from != null && tags.remove(tag)) {
      known.add(tag);
      work.act(() -> store.untag(from, tag), () -> {}, trouble);
    }
  }
}
