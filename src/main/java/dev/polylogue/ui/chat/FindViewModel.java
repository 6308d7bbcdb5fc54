package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.Hit;
import dev.polylogue.ui.transcript.Needle;
import dev.polylogue.ui.transcript.PaneSearch;
import dev.polylogue.ui.transcript.PaneSearch.Found;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Looks for words in all panes of the comparison on screen. FX thread. */
public final class FindViewModel {
  /** A place in one of the panes. */
  public record Spot(PaneViewModel pane, Hit hit) {}

  /** What was found in each pane, in their order. */
  public record Result(Needle needle, Map<PaneViewModel, Found> panes) {
    int count() {
      return panes.values().stream().mapToInt(Found::count).sum();
    }
  }

  /**
   * A message that the reader is to be led to.
   *
   * @param prompt whether it is what was asked, and not what was answered
   */
  public record Aim(PaneViewModel pane, UUID turn, boolean prompt) {
    private boolean isAt(Spot spot) {
      return spot.pane == pane
          && spot.hit.turn().equals(turn)
          && prompt == (spot.hit.passage() == Hit.PROMPT);
    }
  }

  private record Job(PaneViewModel pane, PaneSearch search, List<TranscriptTurn> turns) {}

  private final ChatViewModel chat;
  private final Work work;
  private final Texts texts;
  private final Consumer<Exception> trouble;
  private final Map<PaneViewModel, PaneSearch> searches = new LinkedHashMap<>();

  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty words = new SimpleStringProperty("");
  private final BooleanProperty matchCase = new SimpleBooleanProperty();
  private final BooleanProperty wholeWords = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Spot> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Aim> aim = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private boolean busy;
  private boolean stale;
  private boolean seeking;

  /**
   * @param work not the FX thread
   */
  public FindViewModel(ChatViewModel chat, Work work, Texts texts, Consumer<Exception> trouble) {
    this.chat = chat;
    this.work = work;
    this.texts = texts;
    this.trouble = trouble;
    words.addListener((property, before, now) -> seekElsewhere());
    matchCase.addListener((property, before, now) -> seek());
    wholeWords.addListener((property, before, now) -> seek());
    open.addListener((property, before, now) -> opened(now));
  }

  // Properties

  public BooleanProperty openProperty() {
    return open;
  }

  public StringProperty wordsProperty() {
    return words;
  }

  public BooleanProperty matchCaseProperty() {
    return matchCase;
  }

  public BooleanProperty wholeWordsProperty() {
    return wholeWords;
  }

  /** Null while nothing is looked for. */
  public ReadOnlyObjectProperty<@Nullable Result> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** The place that the reader has been led to, or null. */
  public ReadOnlyObjectProperty<@Nullable Spot> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The message that the reader is to be led to, wherever in it the words stand; or null. */
  public ReadOnlyObjectProperty<@Nullable Aim> aimProperty() {
    return aim.getReadOnlyProperty();
  }

  /** Such as “3 of 17”. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  // Commands

  public void next() {
    go(1);
  }

  public void previous() {
    go(-1);
  }

  public void close() {
    open.set(false);
  }

  /**
   * Leads to a message, and in it to words where it has them.
   *
   * @param sought empty for none
   */
  public void lead(Aim message, String sought) {
    if (sought.isEmpty()) {
      close();
      aim.set(null);
      aim.set(message);
      return;
    }
    words.set(sought);
    aim.set(null);
    aim.set(message);
    open.set(true);
    seek();
  }

  /** What is searched has changed: looks again, and leaves the reader where they are. */
  public void refresh() {
    stale = true;
    look();
  }

  private void opened(boolean now) {
    if (now) {
      seek();
    } else {
      searches.clear();
      aim.set(null);
      current.set(null);
      result.set(null);
      status.set("");
    }
  }

  private void seekElsewhere() {
    aim.set(null);
    seek();
  }

  private void seek() {
    seeking = true;
    refresh();
    if (seeking && open.get() && !words.get().isEmpty()) {
      tell(spots());
    }
  }

  private void look() {
    if (busy || !stale || !open.get()) {
      return;
    }
    stale = false;
    if (words.get().isEmpty()) {
      show(null);
      return;
    }
    Needle needle = new Needle(words.get(), matchCase.get(), wholeWords.get());
    searches.keySet().retainAll(chat.panes());
    List<Job> jobs = new ArrayList<>();
    for (PaneViewModel pane : chat.panes()) {
      PaneSearch search = searches.computeIfAbsent(pane, _ -> new PaneSearch(texts));
      jobs.add(new Job(pane, search, List.copyOf(pane.turns())));
    }
    busy = true;
    work.run(
        () -> {
          Map<PaneViewModel, Found> found = new LinkedHashMap<>();
          jobs.forEach(job -> found.put(job.pane, job.search.search(job.turns, needle)));
          return new Result(needle, found);
        },
        this::done,
        failure -> {
          busy = false;
          trouble.accept(failure);
        });
  }

  private void done(Result found) {
    busy = false;
    if (open.get()) {
      show(words.get().isEmpty() ? null : found);
      look();
    }
  }

  private void show(@Nullable Result found) {
    result.set(found);
    List<Spot> spots = spots();
    boolean fresh = seeking && !stale;
    if (fresh) {
      seeking = false;
      current.set(null);
      current.set(nearest(spots));
    } else if (!spots.contains(current.get())) {
      current.set(null);
    }
    tell(spots);
  }

  private void go(int step) {
    List<Spot> spots = spots();
    if (spots.isEmpty()) {
      return;
    }
    int at = spots.indexOf(current.get());
    aim.set(null);
    int next = at < 0 ? spots.indexOf(nearest(spots)) : at + step;
    // Also where there is only one, the reader is led there once more.
    current.set(null);
    current.set(spots.get(Math.floorMod(next, spots.size())));
    tell(spots);
  }

  private List<Spot> spots() {
    List<Spot> spots = new ArrayList<>();
    Result found = result.get();
    if (found != null) {
      found.panes.forEach((pane, all) -> all.hits().forEach(hit -> spots.add(new Spot(pane, hit))));
    }
    return spots;
  }

  /** The first in the current pane from the turn on that is being read. */
  private @Nullable Spot nearest(List<Spot> spots) {
    Aim message = aim.get();
    if (message != null) {
      return spots.stream().filter(message::isAt).findFirst().orElse(null);
    }
    PaneViewModel here = chat.currentProperty().get();
    if (here == null || spots.isEmpty()) {
      return spots.isEmpty() ? null : spots.getFirst();
    }
    ReadingPlace place = here.placeProperty().get();
    List<TranscriptTurn> turns = here.turns();
    int from = turns.size() - 1;
    while (place != null && from > 0 && !turns.get(from).turn().equals(place.turn())) {
      from--;
    }
    List<UUID> ahead =
        turns.subList(Math.max(0, from), turns.size()).stream().map(TranscriptTurn::turn).toList();
    return spots.stream()
        .filter(spot -> spot.pane == here && ahead.contains(spot.hit.turn()))
        .findFirst()
        .or(() -> spots.stream().filter(spot -> spot.pane == here).findFirst())
        .orElse(spots.getFirst());
  }

  private void tell(List<Spot> spots) {
    Result found = result.get();
    if (found == null && !seeking) {
      status.set("");
      return;
    }
    if (found == null || seeking && found.count() == 0) {
      status.set(texts.get("find.searching"));
      return;
    }
    int total = found.count();
    int at = spots.indexOf(current.get());
    String count = Amounts.whole(texts, total);
    status.set(
        total == 0
            ? texts.get("find.nothing")
            : at < 0
                ? texts.get("find.count", count)
                : texts.get("find.place", Amounts.whole(texts, at + 1), count));
  }
}
