package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;

/**
 * How much of its model's window the thread of a pane takes. While a reply streams, a frame costs
 * the same however long the thread is. FX thread.
 */
public final class ContextMeterViewModel {
  /** How near the end of the window is. */
  public enum Level {
    /** The window is not known. */
    UNKNOWN,
    CALM,
    NEAR,
    FULL
  }

  private static final double NEAR_FROM = 0.80;
  private static final double FULL_FROM = 0.95;

  private final PaneViewModel pane;
  private final Function<ModelRef, ModelCard> cards;
  private final Texts texts;
  private ContextUse before = ContextUse.NONE;

  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Level> level = new ReadOnlyObjectWrapper<>(Level.UNKNOWN);
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
  private ContextUse told = ContextUse.NONE;

  /**
   * @param cards what is known of a model without asking anybody
   */
  public ContextMeterViewModel(
      PaneViewModel pane, Function<ModelRef, ModelCard> cards, Texts texts) {
    this.pane = pane;
    this.cards = cards;
    this.texts = texts;
    pane.turns().addListener((ListChangeListener<TranscriptTurn>) this::changed);
    pane.modelProperty().addListener((property, was, now) -> tell(told));
    measure();
  }

  // Properties

  /** From 0 to 1, and 0 where the window is not known. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Level> levelProperty() {
    return level.getReadOnlyProperty();
  }

  /** Whether anything was said yet. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  // Commands

  private void changed(ListChangeListener.Change<? extends TranscriptTurn> change) {
    int last = change.getList().size() - 1;
    boolean onlyLast = true;
    while (change.next()) {
      onlyLast &= change.wasReplaced() && change.getFrom() == last && change.getRemovedSize() == 1;
    }
    if (onlyLast && last >= 0) {
      show(before.then(change.getList().get(last)));
    } else {
      measure();
    }
  }

  private void measure() {
    List<TranscriptTurn> turns = pane.turns();
    if (turns.isEmpty()) {
      before = ContextUse.NONE;
      show(ContextUse.NONE);
    } else {
      before = ContextUse.of(turns.subList(0, turns.size() - 1));
      show(before.then(turns.getLast()));
    }
  }

  /** An estimate that grows by a few words is told only when its round figure changes. */
  private void show(ContextUse use) {
    if (use.exact() != told.exact() || use.rounded() != told.rounded()) {
      tell(use);
    }
  }

  private void tell(ContextUse use) {
    told = use;
    any.set(use.tokens() > 0);
    Long window = cards.apply(pane.model()).facts().limits().window();
    String kind = use.exact() ? "exact" : "about";
    String tokens = Amounts.whole(texts, use.rounded());
    if (window == null) {
      share.set(0);
      level.set(Level.UNKNOWN);
      words.set(texts.get("context.open." + kind, tokens));
      return;
    }
    double taken = Math.min(1, (double) use.tokens() / window);
    share.set(taken);
    level.set(taken >= FULL_FROM ? Level.FULL : taken >= NEAR_FROM ? Level.NEAR : Level.CALM);
    words.set(
        texts.get(
            "context." + kind, tokens, Amounts.whole(texts, window), Math.round(taken * 100)));
  }
}
