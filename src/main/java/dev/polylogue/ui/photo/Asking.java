package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.PictureRef;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of the photo on screen: from the press of the button on, while its mask is
 * awaited and while it is made ready, until it is in the history. FX thread.
 */
final class Asking {
  private final Orders orders;
  private final MaskMemory masks;
  private final MaskViewModel mask;
  private final ComposeViewModel compose;
  private final LiveEdits live;
  private final ReadOnlyBooleanWrapper preparing = new ReadOnlyBooleanWrapper();
  private Supplier<@Nullable EditSession> session = () -> null;
  private Supplier<@Nullable PictureRef> source = () -> null;

  Asking(
      Orders orders,
      MaskMemory masks,
      MaskViewModel mask,
      ComposeViewModel compose,
      LiveEdits live) {
    this.orders = orders;
    this.masks = masks;
    this.mask = mask;
    this.compose = compose;
    this.live = live;
    preparing.bind(orders.sendingProperty().or(masks.waitingProperty().isNotNull()));
  }

  /** Something was asked for and is made ready; it can still be taken back. */
  ReadOnlyBooleanProperty preparingProperty() {
    return preparing.getReadOnlyProperty();
  }

  /** What is edited next. Where a host is asked about, that goes for what stood there then. */
  void about(
      ObservableValue<@Nullable EditSession> photo, ObservableValue<@Nullable PictureRef> result) {
    session = photo::getValue;
    source = result::getValue;
    Stream.concat(
            Stream.of(photo, result, compose.instructionProperty()),
            Stream.concat(compose.changes().stream(), mask.changes().stream()))
        .forEach(changed -> changed.addListener(now -> orders.hosts().keep()));
  }

  /** Asks every model that is chosen, once the mask of the source is there, if it has one. */
  void edit() {
    masks.whenHere(() -> order(session.get(), source.get()));
  }

  private void order(@Nullable EditSession session, @Nullable PictureRef source) {
    if (session != null && compose.writtenProperty().get() && !compose.models().isEmpty()) {
      orders.edit(
          session.id(),
          new Orders.Order(
              compose.instructionProperty().get(),
              List.copyOf(compose.models()),
              source,
              new Orders.Where(mask.drawn(), compose.keepProperty().get()),
              compose.options()),
          live.anyProperty().get());
    }
  }

  /** What was asked for last and is not under way yet is not wanted any more. */
  void takeBack() {
    masks.forget();
    orders.withdraw();
  }
}
