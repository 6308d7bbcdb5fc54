package dev.polylogue.ui.insight;

import dev.polylogue.session.Votes;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.vote.Contestant;
import dev.polylogue.vote.Leaderboard;
import dev.polylogue.vote.RatingHistory;
import dev.polylogue.vote.Selection;
import dev.polylogue.vote.Standing;
import dev.polylogue.vote.TaggedVote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The leaderboard by the votes that are chosen. FX thread. */
public final class InsightsViewModel {
  /** How far back votes count. */
  public enum Span {
    ALL(0),
    WEEK(7),
    MONTH(30),
    YEAR(365);

    private final int days;

    Span(int days) {
      this.days = days;
    }

    private @Nullable Instant since(Instant now) {
      return days == 0 ? null : now.minus(days, ChronoUnit.DAYS);
    }
  }

  /** What was found for one choice. */
  private record Found(
      int all, SequencedSet<String> tags, Leaderboard board, RatingHistory overTime) {}

  private final Votes store;
  private final Work work;
  private final Texts texts;
  private final Clock clock;
  private final Consumer<Exception> trouble;

  private final ObjectProperty<@Nullable String> tag = new SimpleObjectProperty<>();
  private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.ALL);
  private final ObjectProperty<RatingHistory.Period> period =
      new SimpleObjectProperty<>(RatingHistory.Period.DAY);
  private final BooleanProperty blindOnly = new SimpleBooleanProperty();
  private final BooleanProperty bySettings = new SimpleBooleanProperty(true);
  private final ObservableList<String> tags = FXCollections.observableArrayList();
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Leaderboard> board =
      new ReadOnlyObjectWrapper<>(new Leaderboard(List.of(), 0, 0));
  private final ReadOnlyObjectWrapper<RatingHistory> overTime =
      new ReadOnlyObjectWrapper<>(new RatingHistory(List.of()));
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private int asked;

  public InsightsViewModel(
      Votes store, Work work, Texts texts, Clock clock, Consumer<Exception> trouble) {
    this.store = store;
    this.work = work;
    this.texts = texts;
    this.clock = clock;
    this.trouble = trouble;
    tag.addListener((property, before, now) -> look());
    span.addListener((property, before, now) -> look());
    period.addListener((property, before, now) -> look());
    blindOnly.addListener((property, before, now) -> look());
    bySettings.addListener((property, before, now) -> look());
  }

  // Properties

  /** Only votes in comparisons with this tag; null for all. */
  public ObjectProperty<@Nullable String> tagProperty() {
    return tag;
  }

  public ObjectProperty<Span> spanProperty() {
    return span;
  }

  /** The step of the chart. */
  public ObjectProperty<RatingHistory.Period> periodProperty() {
    return period;
  }

  public BooleanProperty blindOnlyProperty() {
    return blindOnly;
  }

  /** Whether one model set in two ways is two contestants. */
  public BooleanProperty bySettingsProperty() {
    return bySettings;
  }

  /** Every tag there is. */
  public ObservableList<String> tags() {
    return tags;
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  public ReadOnlyObjectProperty<Leaderboard> boardProperty() {
    return board.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<RatingHistory> overTimeProperty() {
    return overTime.getReadOnlyProperty();
  }

  /** Whether there is no vote at all, whatever is chosen. */
  public ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  // Commands

  /** Reads the votes and works the ratings out anew. */
  public void look() {
    int number = ++asked;
    Selection selection =
        new Selection(
            tag.get(), span.get().since(clock.instant()), blindOnly.get(), bySettings.get());
    RatingHistory.Period step = period.get();
    work.run(
        () -> find(selection, step),
        found -> {
          if (number == asked) {
            show(found);
          }
        },
        trouble);
  }

  private Found find(Selection selection, RatingHistory.Period step) throws Exception {
    List<TaggedVote> votes = store.all();
    return new Found(
        votes.size(),
        store.allTags(),
        store.leaderboard(votes, selection),
        store.overTime(votes, selection, step));
  }

  private void show(Found found) {
    empty.set(found.all == 0);
    if (!tags.equals(List.copyOf(found.tags))) {
      tags.setAll(found.tags);
    }
    lines.setAll(lines(found.board));
    board.set(found.board);
    overTime.set(found.overTime);
  }

  private List<Line> lines(Leaderboard found) {
    List<Contestant> all = found.standings().stream().map(Standing::contestant).toList();
    Names names = new Names(all, texts);
    List<Line> made = new ArrayList<>();
    int group = -1;
    int rank = 0;
    for (Standing standing : found.standings()) {
      rank = standing.group() == group ? rank + 1 : 1;
      group = standing.group();
      Contestant contestant = standing.contestant();
      made.add(
          new Line(
              standing.rating() == null ? 0 : rank,
              contestant.model().toString(),
              names.settings(contestant),
              standing));
    }
    return made;
  }
}
