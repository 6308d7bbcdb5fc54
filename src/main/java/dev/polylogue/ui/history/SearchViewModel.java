package dev.polylogue.ui.history;

import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.FoundPage;
import dev.polylogue.session.Search;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Looks for words in the whole history while they are typed. FX thread. */
public final class SearchViewModel {
  /**
   * @param misread filters of the search that have no meaning
   */
  private record Answer(FoundPage page, List<String> misread) {}

  /** Places in one page. */
  static final int PAGE = 50;

  private final Search search;
  private final Work work;
  private final Texts texts;
  private final Consumer<Exception> trouble;

  private final StringProperty words = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private final ObservableList<Found> rows = FXCollections.observableArrayList();
  private final ObservableList<Found> shown = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private FoundPage last = FoundPage.NOTHING;
  private List<String> misread = List.of();
  private boolean busy;
  private boolean stale;

  /**
   * @param work not the FX thread
   */
  public SearchViewModel(Search search, Work work, Texts texts, Consumer<Exception> trouble) {
    this.search = search;
    this.work = work;
    this.texts = texts;
    this.trouble = trouble;
    words.addListener((property, before, now) -> changed());
  }

  // Properties

  /** What is looked for, as it is typed. */
  public StringProperty wordsProperty() {
    return words;
  }

  /** Whether anything is looked for. */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** Newest first. What was found before stays until it is known what is found now. */
  public ObservableList<Found> rows() {
    return shown;
  }

  /** Such as “50 places and more”; empty while nothing is known yet. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Whether older places can be had. */
  public ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  // Commands

  public void clear() {
    words.set("");
  }

  /** Looks again: something may have been written meanwhile. */
  public void refresh() {
    if (active.get()) {
      stale = true;
      look();
    }
  }

  /** The reader came to the end of what is shown. */
  public void more() {
    if (busy || !last.hasMore()) {
      return;
    }
    busy = true;
    FoundPage from = last;
    String typed = words.get();
    work.run(
        () -> search.following(typed, from, PAGE),
        page -> {
          busy = false;
          if (typed.equals(words.get()) && !stale) {
            rows.addAll(page.found());
            tell(page);
          }
          look();
        },
        this::failed);
  }

  private void changed() {
    active.set(!words.get().isBlank());
    stale = true;
    if (active.get()) {
      look();
    } else {
      stale = false;
      rows.clear();
      tell(FoundPage.NOTHING);
      status.set("");
    }
  }

  /** One search at a time; of those that were wanted meanwhile only the last is made. */
  private void look() {
    if (busy || !stale || !active.get()) {
      return;
    }
    stale = false;
    busy = true;
    String typed = words.get();
    work.run(
        () -> new Answer(search.first(typed, PAGE), search.misread(typed)),
        this::show,
        this::failed);
  }

  private void show(Answer answer) {
    busy = false;
    if (active.get()) {
      FoundPage page = answer.page;
      misread = answer.misread;
      if (!page.found().equals(rows)) {
        rows.setAll(page.found());
      }
      tell(page);
    }
    look();
  }

  private void failed(Exception failure) {
    busy = false;
    trouble.accept(failure);
    look();
  }

  private void tell(FoundPage page) {
    last = page;
    more.set(page.hasMore());
    String count = Amounts.whole(texts, rows.size());
    String found =
        rows.isEmpty()
            ? texts.get(page.hasMore() ? "search.notYet" : "search.nothing")
            : texts.get(page.hasMore() ? "search.countMore" : "search.count", rows.size(), count);
    status.set(
        misread.isEmpty()
            ? found
            : found + "\n" + texts.get("search.misread", String.join(", ", misread)));
  }
}
