package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Pane;
import dev.polylogue.ui.fx.Work;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows what another program, such as a command in a terminal, has written into the comparison that
 * is open. Readers keep their place. FX thread.
 */
public final class SecondLook {
  private final ChatViewModel chat;
  private final Work work;
  private final Consumer<Exception> trouble;
  private @Nullable Comparison seen;

  public SecondLook(ChatViewModel chat, Work work, Consumer<Exception> trouble) {
    this.chat = chat;
    this.work = work;
    this.trouble = trouble;
  }

  /** Reads it again; does nothing when it is as it was, or no comparison is open. */
  public void look() {
    Comparison open = chat.openedProperty().get();
    if (open != null) {
      work.run(() -> chat.reading().first(open.id()), this::show, trouble);
    }
  }

  private void show(ComparisonReading.Read read) {
    Comparison now = read.comparison();
    Comparison open = chat.openedProperty().get();
    if (open == null || !open.id().equals(now.id()) || now.equals(seen)) {
      return;
    }
    seen = now;
    Set<UUID> panes = now.panes().stream().map(Pane::id).collect(Collectors.toSet());
    if (!shown().equals(panes) || !now.title().equals(chat.titleProperty().get())) {
      chat.open(now.id());
    } else if (read.isCut()) {
      work.run(() -> chat.reading().whole(now.id()), chat::refresh, trouble);
    } else {
      chat.refresh(read);
    }
  }

  private Set<UUID> shown() {
    return chat.panes().stream().map(PaneViewModel::id).collect(Collectors.toSet());
  }
}
