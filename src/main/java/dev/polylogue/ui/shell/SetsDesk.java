package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Providers;
import dev.polylogue.settings.Shelf.PaneSet;
import dev.polylogue.settings.Shelf.Place;
import dev.polylogue.ui.chat.PaneSetsViewModel;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts from named sets of panes. FX thread. */
public final class SetsDesk {
  /** What it does in the rest of the window. */
  interface Room {
    /** The comparison on screen when nothing was sent to it yet, else null. */
    @Nullable Comparison blank();

    void open(UUID comparison);

    void notice(String words);

    void report(Exception trouble);
  }

  private final PaneSetsViewModel sets;
  private final Comparisons comparisons;
  private final Providers providers;
  private final Work inOrder;
  private final Texts texts;
  private final Room room;

  SetsDesk(Services services, Work inOrder, Texts texts, Room room) {
    this.comparisons = services.comparisons();
    this.providers = services.providers();
    this.inOrder = inOrder;
    this.texts = texts;
    this.room = room;
    this.sets = new PaneSetsViewModel(services.settings(), providers, inOrder, room::report);
  }

  public PaneSetsViewModel sets() {
    return sets;
  }

  /**
   * A new comparison with the panes of the set; one that is still blank gets them itself. Panes
   * whose provider is gone are left out, and it is said which.
   */
  public void start(PaneSet set) {
    List<PaneSpec> left =
        set.panes().stream()
            .filter(pane -> isThere(pane.model()))
            .map(pane -> new PaneSpec(pane.model(), pane.parameters()))
            .toList();
    String gone =
        set.panes().stream()
            .map(Place::model)
            .filter(ref -> !isThere(ref))
            .map(ModelRef::toString)
            .collect(Collectors.joining(", "));
    if (!gone.isEmpty()) {
      room.notice(texts.get(left.isEmpty() ? "sets.refused" : "sets.without", set.name(), gone));
    }
    Comparison blank = room.blank();
    if (left.isEmpty()) {
      return;
    }
    Consumer<UUID> open = room::open;
    inOrder.run(
        () -> {
          if (blank == null) {
            return comparisons.create(left, "").id();
          }
          comparisons.replacePanes(blank.id(), left);
          return blank.id();
        },
        open,
        room::report);
  }

  private boolean isThere(ModelRef ref) {
    return providers.find(ref.provider()).isPresent();
  }
}
