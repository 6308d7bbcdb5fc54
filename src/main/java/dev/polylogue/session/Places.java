package dev.polylogue.session;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Snippet;
import dev.polylogue.history.HistoryException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of messages within this program: {@code polylogue://comparison/ID#MESSAGE}. */
public final class Places {
  private static final String UUIDS = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Pattern ADDRESS =
      Pattern.compile("polylogue://comparison/(" + UUIDS + ")(?:#(" + UUIDS + "))?");

  private final Comparisons comparisons;

  public Places(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /** Whether an address means something in this program and nothing to a browser. */
  public static boolean isOurs(String address) {
    return address.startsWith("polylogue:");
  }

  public static String address(Found found) {
    UUID message = found.place().message();
    return "polylogue://comparison/" + found.comparison() + (message == null ? "" : "#" + message);
  }

  /** The place that an address names; empty for what is not there. */
  public Optional<Found> at(String address) throws HistoryException {
    Matcher ours = ADDRESS.matcher(address);
    if (!ours.matches()) {
      return Optional.empty();
    }
    UUID message = ours.group(2) == null ? null : UUID.fromString(ours.group(2));
    return comparisons.open(UUID.fromString(ours.group(1))).map(all -> found(all, message));
  }

  private static Found found(Comparison all, @Nullable UUID message) {
    Found.Place place = all.turns().isEmpty() || message == null ? title() : place(all, message);
    return new Found(
        new Found.Entry(all.id(), "chat", all.title()),
        place,
        all.createdAt(),
        new Snippet("", List.of()));
  }

  private static Found.Place place(Comparison all, UUID message) {
    if (all.turn(message).isPresent()) {
      return new Found.Place(Found.Role.USER, message, null, null, null, null);
    }
    for (Pane pane : all.panes()) {
      for (Answer answer : pane.answers()) {
        for (Reply reply : answer.alternatives()) {
          if (reply.id().equals(message)) {
            return new Found.Place(
                Found.Role.ASSISTANT, answer.turn(), message, pane.id(), null, reply.model());
          }
        }
      }
    }
    return title();
  }

  private static Found.Place title() {
    return new Found.Place(Found.Role.TITLE, null, null, null, null, null);
  }
}
