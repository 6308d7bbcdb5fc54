package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.history.HistoryException;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.history.HistoryView;
import dev.polylogue.ui.history.HistoryViewModel;
import dev.polylogue.ui.history.OrderViewModel;
import dev.polylogue.ui.kit.Texts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list of the history, what can be done with it, and what that does to the chat. FX thread. */
public final class HistoryDesk {
  private final Services services;
  private final ChatViewModel chat;
  private final Work inOrder;
  private final Consumer<UUID> open;
  private final Consumer<Exception> trouble;
  private final HistoryViewModel list;
  private final OrderViewModel order;
  private @Nullable UUID instead;

  /**
   * What the desk lends.
   *
   * @param inOrder one piece after another
   * @param open shows a comparison
   */
  record Loan(
      Work inOrder, Texts texts, Clock clock, Consumer<UUID> open, Consumer<Exception> trouble) {}

  HistoryDesk(Services services, ChatViewModel chat, Loan loan) {
    this.services = services;
    this.chat = chat;
    this.inOrder = loan.inOrder;
    this.open = loan.open;
    this.trouble = loan.trouble;
    list = new HistoryViewModel(services.order(), inOrder, loan.texts, loan.clock, trouble);
    order =
        new OrderViewModel(
            list,
            new OrderViewModel.Services(services.order(), inOrder, trouble),
            loan.texts,
            new Room());
    chat.openedProperty().addListener((property, before, now) -> forgetInstead());
  }

  HistoryViewModel list() {
    return list;
  }

  /** What can be done with comparisons. */
  public OrderViewModel order() {
    return order;
  }

  HistoryView.Models models() {
    return new HistoryView.Models(list, order);
  }

  /** What is due at a start. */
  void start() {
    order.count();
    order.emptyOldTrash();
  }

  private @Nullable UUID opened() {
    Comparison now = chat.openedProperty().get();
    return now == null ? null : now.id();
  }

  /** What stands beside those that leave, else the newest, else the first steps. */
  private Callable<UUID> next(List<UUID> leaving) {
    UUID beside = order.inTrash() ? null : list.beside(leaving);
    return () -> beside != null ? beside : newest();
  }

  private void openInstead(UUID comparison) {
    instead = comparison;
    open.accept(comparison);
  }

  /** Who opens another one, and then this one again, does so on purpose. */
  private void forgetInstead() {
    instead = isInstead() ? instead : null;
  }

  /** Whether the open comparison came by itself, in the place of one that was deleted. */
  boolean isInstead() {
    return instead != null && instead.equals(opened());
  }

  private UUID newest() throws HistoryException {
    return new Opening(services, "").newest();
  }

  private final class Room implements OrderViewModel.Room {
    @Override
    public void open(UUID comparison) {
      open.accept(comparison);
    }

    @Override
    public void leaving(List<UUID> comparisons) {
      if (comparisons.contains(opened())) {
        inOrder.run(next(comparisons), HistoryDesk.this::openInstead, trouble);
      }
    }

    @Override
    public void rename(UUID comparison, String title, Runnable done) {
      if (comparison.equals(opened())) {
        chat.rename(title);
      } else {
        inOrder.act(() -> services.comparisons().rename(comparison, title), done, trouble);
      }
    }
  }
}
