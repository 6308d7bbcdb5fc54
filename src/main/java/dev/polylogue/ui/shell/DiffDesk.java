package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.FindViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.diff.Contender;
import dev.polylogue.ui.diff.DiffTurn;
import dev.polylogue.ui.diff.DiffViewModel;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.ReplyText;
import dev.polylogue.ui.transcript.TranscriptTurn;
import dev.polylogue.ui.transcript.TurnAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Brings the answers on screen into the comparison of answers. FX thread. */
final class DiffDesk {
  private final ChatViewModel chat;
  private final DiffViewModel diff;

  /**
   * @param find looks for words in the panes, whose place the comparison takes; so one closes the
   *     other
   */
  DiffDesk(ChatViewModel chat, DiffViewModel diff, FindViewModel find) {
    this.chat = chat;
    this.diff = diff;
    find.openProperty().subscribe(open -> closeIf(open, diff::close));
    diff.openProperty().subscribe(open -> closeIf(open, find::close));
    chat.openedProperty().addListener((property, before, now) -> diff.close());
    // The list also tells when a pane has become idle: then its answer is whole.
    chat.panes().addListener((ListChangeListener<PaneViewModel>) change -> refresh());
  }

  private static void closeIf(boolean otherOpens, Runnable close) {
    if (otherOpens) {
      close.run();
    }
  }

  /** Opens the comparison at the last turn, or closes it. */
  void toggle() {
    if (diff.openProperty().get()) {
      diff.close();
    } else {
      show(chat.currentProperty().get(), null);
    }
  }

  /**
   * @param pane whose answer is the base, or null for the first pane's
   * @param turn the turn to open, or null for the last
   */
  void show(@Nullable PaneViewModel pane, @Nullable UUID turn) {
    List<DiffTurn> turns = turns();
    UUID wanted = turn == null && !turns.isEmpty() ? turns.getLast().turn() : turn;
    diff.show(turns, wanted, pane == null || wanted == null ? null : reply(pane, wanted));
  }

  /** What leads here from a turn of a pane. */
  List<TurnAction> actions(PaneViewModel pane, Texts texts) {
    return List.of(
        new TurnAction(
            texts.get("diff.open"),
            Feather.COLUMNS,
            TurnAction.Place.FOOT,
            state -> !state.isLive(),
            turn -> show(pane, turn)));
  }

  private void refresh() {
    if (diff.openProperty().get()) {
      diff.refresh(turns());
    }
  }

  private static @Nullable UUID reply(PaneViewModel pane, UUID turn) {
    return pane.turns().stream()
        .filter(shown -> shown.turn().equals(turn))
        .map(shown -> shown.reply().reply())
        .findFirst()
        .orElse(null);
  }

  private List<DiffTurn> turns() {
    Map<UUID, String> prompts = new HashMap<>();
    Map<UUID, List<Contender>> answers = new HashMap<>();
    for (PaneViewModel pane : chat.panes()) {
      for (TranscriptTurn turn : pane.turns()) {
        prompts.putIfAbsent(turn.turn(), turn.prompt());
        String text = ReplyText.markdown(turn.reply());
        if (!text.isBlank()) {
          List<Contender> others = answers.computeIfAbsent(turn.turn(), id -> new ArrayList<>());
          String name = ownName(pane.author(turn), others);
          others.add(
              new Contender(turn.reply().reply(), name, text, turn.reply().state().isLive()));
        }
      }
    }
    return chat.path().stream()
        .filter(prompts::containsKey)
        .map(
            turn ->
                new DiffTurn(
                    turn, prompts.getOrDefault(turn, ""), answers.getOrDefault(turn, List.of())))
        .toList();
  }

  /** Of several answers of one model, the second is its (2). */
  private static String ownName(String model, List<Contender> others) {
    Set<String> taken = others.stream().map(Contender::name).collect(Collectors.toSet());
    String name = model;
    for (int place = 2; taken.contains(name); place++) {
      name = model + " (" + place + ")";
    }
    return name;
  }
}
