package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.run.Round;
import dev.polylogue.session.EditPlan;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Sends instructions, one after another. FX thread. */
final class Orders {
  /** What came of it: its round, and the session with its step in it. */
  record Sent(Round round, EditSession session) {}

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

  private final PhotoTools tools;
  private final Consumer<Sent> sent;
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
  private @Nullable Order last;

  Orders(PhotoTools tools, Consumer<Sent> sent) {
    this.tools = tools;
    this.sent = sent;
  }

  ReadOnlyBooleanProperty sendingProperty() {
    return sending.getReadOnlyProperty();
  }

  /**
   * @param busy whether what was asked for last is still being made; the same is then not asked for
   *     again, which would only be paid twice (T30)
   */
  void edit(UUID session, Order order, boolean busy) {
    if (busy && order.equals(last)) {
      return;
    }
    last = order;
    send(session, () -> tools.photos().edit(session, order.plan()));
  }

  /** Asks models for a step once more. */
  void again(UUID session, UUID turn, List<ModelRef> models) {
    send(session, () -> tools.photos().again(session, turn, models));
  }

  /** However often it is called, one instruction goes once (T30). */
  private void send(UUID session, Callable<Round> asking) {
    if (sending.get()) {
      return;
    }
    sending.set(true);
    tools
        .works()
        .inOrder()
        .run(
            () -> new Sent(asking.call(), tools.photos().open(session).orElseThrow()),
            came -> {
              sending.set(false);
              sent.accept(came);
            },
            failure -> {
              last = null;
              sending.set(false);
              tools.trouble().accept(failure);
            });
  }
}
