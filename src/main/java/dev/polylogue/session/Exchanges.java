package dev.polylogue.session;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.provider.Playback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What went over the wire for the replies of the history: to look at, to repeat by hand, and to
 * read once more. Any thread; calls block on the disk.
 */
public final class Exchanges {
  private final HistoryStore history;
  private final Providers providers;
  private final Replayer replayer;

  public Exchanges(HistoryStore history, Providers providers, Playback playback) {
    this.history = history;
    this.providers = providers;
    this.replayer = new Replayer(playback, providers);
  }

  /** A reply as it is stored, and what went over the wire for it, in order. */
  public record Kept(Reply reply, List<Exchange> exchanges) {
    public Kept {
      exchanges = List.copyOf(exchanges);
    }
  }

  /**
   * What was kept for a reply, or for each reply of a comparison: pane by pane, turn by turn.
   *
   * @throws IllegalArgumentException when nothing in the history goes by that name
   */
  public List<Kept> of(UUID id) throws HistoryException {
    List<Reply> replies = new ArrayList<>();
    Optional<Comparison> comparison = history.load(id);
    if (comparison.isPresent()) {
      replies.addAll(replies(comparison.get()));
    } else {
      replies.add(
          history
              .reply(id)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "There is no reply and no comparison %s.".formatted(id))));
    }
    List<Kept> kept = new ArrayList<>();
    for (Reply reply : replies) {
      kept.add(new Kept(reply, history.exchanges(reply.id())));
    }
    return List.copyOf(kept);
  }

  private static List<Reply> replies(Comparison comparison) {
    List<Reply> replies = new ArrayList<>();
    for (Pane pane : comparison.panes()) {
      for (Turn turn : comparison.turns()) {
        pane.answer(turn.id()).map(Answer::alternatives).ifPresent(replies::addAll);
      }
    }
    return replies;
  }

  /** The request as a command line that asks the environment for the key; see {@link Curl}. */
  public String curl(Exchange exchange) {
    return Curl.of(
        exchange, providers.find(exchange.provider()).map(at -> at.key().variable()).orElse(null));
  }

  /** Reads the stored answer once more, as this version of the program reads answers. */
  public Replayed replay(Kept kept) {
    return replayer.replay(kept);
  }
}
