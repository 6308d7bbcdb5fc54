package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.vote.Blinding;
import java.util.List;

/** Begins a comparison where another one is on screen. FX thread. */
final class Beginning {
  private final Desk desk;
  private final Services services;
  private final Work inOrder;
  private boolean underWay;

  Beginning(Desk desk, Services services, Work inOrder) {
    this.desk = desk;
    this.services = services;
    this.inOrder = inOrder;
  }

  /**
   * However often it is called before the new comparison is on screen, one begins. What is typed
   * until then is meant for it.
   */
  void begin() {
    if (underWay) {
      return;
    }
    Comparison blank = desk.blank();
    if (blank != null && desk.composer().textProperty().get().isBlank()) {
      desk.open(blank.id());
      return;
    }
    List<PaneSpec> shown =
        desk.voting().ownOrder().stream()
            .map(pane -> new PaneSpec(pane.model(), pane.parametersProperty().get()))
            .toList();
    List<PaneSpec> specs = shown.isEmpty() ? Opening.sandboxPair(services) : shown;
    Blinding blinding = desk.voting().model().next();
    underWay = true;
    desk.composer().turn();
    inOrder.run(
        () -> {
          Comparison created = services.comparisons().create(specs, "");
          services.votes().blind(created.id(), blinding);
          return created;
        },
        created -> {
          desk.open(created.id());
          inOrder.act(() -> {}, this::begun, desk::report);
        },
        failure -> {
          begun();
          desk.report(failure);
        });
  }

  private void begun() {
    underWay = false;
    desk.composer().turnBack();
  }
}
