package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The reply that is looked at closely. Reads nothing while it is closed. FX thread. */
public final class InspectorViewModel {
  public static final int LEAST_WIDTH = 280;
  public static final int MOST_WIDTH = 900;

  private final ExchangeSource source;
  private final Work work;
  private final Texts texts;

  private final BooleanProperty open = new SimpleBooleanProperty();
  private final IntegerProperty width = new SimpleIntegerProperty(400);
  private final ReadOnlyObjectWrapper<@Nullable Subject> subject = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ExchangePage> exchanges = FXCollections.observableArrayList();
  private final ObservableList<ExchangePage> shownExchanges =
      FXCollections.unmodifiableObservableList(exchanges);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private @Nullable UUID read;

  public InspectorViewModel(ExchangeSource source, Work work, Texts texts) {
    this.source = source;
    this.work = work;
    this.texts = texts;
    open.addListener((property, before, now) -> look());
  }

  // Properties

  public BooleanProperty openProperty() {
    return open;
  }

  /** In pixels. */
  public IntegerProperty widthProperty() {
    return width;
  }

  public ReadOnlyObjectProperty<@Nullable Subject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** What went over the wire for the reply; empty with {@link #noteProperty} saying why. */
  public ObservableList<ExchangePage> exchanges() {
    return shownExchanges;
  }

  /** Words in place of exchanges. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  // Commands

  public void toggle() {
    open.set(!open.get());
  }

  /** Sets the width, within what can be used. */
  public void resize(double wanted) {
    width.set((int) Math.clamp(wanted, LEAST_WIDTH, MOST_WIDTH));
  }

  /** Looks at something else, or at the same further on. */
  public void show(@Nullable Subject looked) {
    subject.set(looked);
    look();
  }

  /** Shows nothing, since what is looked at is not to be known. */
  public void conceal() {
    subject.set(null);
    empty("inspector.concealed");
  }

  private void look() {
    if (!open.get()) {
      return;
    }
    Subject now = subject.get();
    Snapshot reply = now == null ? null : now.reply();
    if (now == null || reply == null) {
      empty("inspector.exchange.none");
    } else if (now.live()) {
      empty("inspector.exchange.live");
    } else if (!reply.reply().equals(read)) {
      read(reply.reply());
    }
  }

  private void empty(String key) {
    read = null;
    exchanges.clear();
    note.set(texts.get(key));
  }

  private void read(UUID reply) {
    empty("inspector.exchange.reading");
    read = reply;
    work.run(
        () -> pages(source.of(reply)),
        pages -> found(reply, pages),
        failure -> {
          if (reply.equals(read)) {
            note.set(Sentences.of(failure, texts));
          }
        });
  }

  private List<ExchangePage> pages(List<Exchange> stored) {
    return stored.stream().map(exchange -> ExchangePage.of(exchange, source::curl)).toList();
  }

  private void found(UUID reply, List<ExchangePage> pages) {
    if (reply.equals(read)) {
      note.set(pages.isEmpty() ? texts.get("inspector.exchange.nothing") : "");
      exchanges.setAll(pages);
    }
  }
}
