package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Round;
import dev.polylogue.session.EditPlan;
import dev.polylogue.ui.kit.HostQuestion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Sends instructions, one after another, each to hosts that pictures may go to, and each can be
 * taken back. FX thread.
 */
final class Orders {
  /**
   * What came of it: its round, and the session with its step in it.
   *
   * @param withdrawn whether it was taken back when its round had begun
   */
  record Sent(Round round, EditSession session, boolean withdrawn) {
    private Sent inVain() {
      return new Sent(round, session, true);
    }
  }

  /**
   * What is asked for, as it stood when it was asked.
   *
   * @param source the result that is edited, or null for the photo itself
   */
  record Order(
      String words,
      List<ModelRef> models,
      @Nullable PictureRef source,
      Where where,
      PictureOptions options) {

    /** Not on the FX thread: the mask is made into a picture here. */
    EditPlan plan() throws IOException {
      return new EditPlan(words, models, source, where.plan(), List.of(), options);
    }
  }

  /**
   * @param drawn the mask, or null when it may change everywhere
   * @param kept whether the source is put back elsewhere
   */
  record Where(MaskViewModel.@Nullable Drawn drawn, boolean kept) {
    private EditPlan.Where plan() throws IOException {
      return drawn == null
          ? EditPlan.Where.EVERYWHERE
          : new EditPlan.Where(drawn.png(), new EditStep.Outside(kept, drawn.feather()));
    }
  }

  /** An instruction on its way. Whatever of it has begun by then ends once it is taken back. */
  private static final class Way {
    private boolean withdrawn;
    private @Nullable Round round;

    private synchronized boolean isWithdrawn() {
      return withdrawn;
    }

    /** Empty when it was taken back before. */
    Optional<Round> begin(Callable<Round> asking) throws Exception {
      return isWithdrawn() ? Optional.empty() : Optional.of(began(asking.call()));
    }

    synchronized void withdraw() {
      withdrawn = true;
      if (round != null) {
        round.stopAll();
      }
    }

    private synchronized Round began(Round begun) {
      round = begun;
      if (withdrawn) {
        begun.stopAll();
      }
      return begun;
    }
  }

  /** Makes ready and begins, unless it is taken back before. Not on the FX thread. */
  private interface Asking {
    Optional<Round> on(Way way) throws Exception;
  }

  private final PhotoTools tools;
  private final Consumer<Sent> sent;
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
  private final HostQuestion hosts;
  private final Presses edits;
  private final Presses repetitions;
  private @Nullable Way way;

  Orders(PhotoTools tools, Caution caution, Consumer<Sent> sent) {
    this.tools = tools;
    this.sent = sent;
    this.hosts = caution.hosts();
    this.edits = new Presses(caution.nanos());
    this.repetitions = new Presses(caution.nanos());
  }

  /** Until it is in the history, or was taken back. */
  ReadOnlyBooleanProperty sendingProperty() {
    return sending.getReadOnlyProperty();
  }

  HostQuestion hosts() {
    return hosts;
  }

  /** An order, and for which photo: the same words for another one are another wish. */
  private record Edit(UUID session, Order order) {}

  private record Again(UUID turn, List<ModelRef> models) {}

  /**
   * The same is not asked for again until the button was left alone for a moment, which would only
   * be paid twice (T30).
   *
   * @param busy whether what was asked for last is still being made; then neither
   */
  void edit(UUID session, Order order, boolean busy) {
    Edit wish = new Edit(session, order);
    if (!busy || !edits.isLast(wish)) {
      Asking asking =
          own -> {
            EditPlan plan = order.plan();
            return own.begin(() -> tools.photos().edit(session, plan));
          };
      hosts.before(order.models, () -> send(edits, wish, session, asking));
    }
  }

  /** Asks models for a step once more, by the same rule. */
  void again(UUID session, UUID turn, List<ModelRef> models) {
    Asking asking = own -> own.begin(() -> tools.photos().again(session, turn, models));
    hosts.before(models, () -> send(repetitions, new Again(turn, models), session, asking));
  }

  /**
   * Takes back what is on its way: what is not in the history yet never comes there, and of what is
   * there already nothing leaves any more (T28).
   */
  void withdraw() {
    hosts.keep();
    Way now = way;
    if (now != null) {
      now.withdraw();
      over(now);
      edits.forget();
      repetitions.forget();
    }
  }

  /** However often it is called, one instruction goes once (T30). */
  private void send(Presses presses, Object wish, UUID session, Asking asking) {
    if (presses.isRepeat(wish) || sending.get()) {
      return;
    }
    presses.take(wish);
    Way own = new Way();
    way = own;
    sending.set(true);
    tools
        .works()
        .inOrder()
        .run(
            () -> sent(session, asking.on(own)),
            came -> {
              over(own);
              came.ifPresent(begun -> sent.accept(own.isWithdrawn() ? begun.inVain() : begun));
            },
            failure -> {
              presses.forget();
              over(own);
              tools.trouble().accept(failure);
            });
  }

  private Optional<Sent> sent(UUID session, Optional<Round> begun) throws HistoryException {
    return begun.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sent(begun.get(), tools.photos().open(session).orElseThrow(), false));
  }

  private void over(Way own) {
    if (own.equals(way)) {
      way = null;
      sending.set(false);
    }
  }
}
