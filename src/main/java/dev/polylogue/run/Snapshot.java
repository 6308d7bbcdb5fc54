package dev.polylogue.run;

import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.provider.ChatEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it stands at a moment. Costs the same however long the reply is.
 *
 * @param trouble what is in the way right now
 */
public record Snapshot(
    UUID reply,
    ReplyState state,
    Content content,
    Outcome outcome,
    Timing timing,
    Trouble trouble) {

  /**
   * What is in the way of a reply that goes on all the same.
   *
   * @param retry a refused request that will be sent again, or null
   * @param storage why the words are not in the history yet, or null when all is well
   */
  public record Trouble(@Nullable Retry retry, @Nullable String storage) {
    public static final Trouble NONE = new Trouble(null, null);
  }

  public @Nullable Retry retry() {
    return trouble.retry();
  }

  public @Nullable String storageTrouble() {
    return trouble.storage();
  }

  /**
   * The words, their sources, what was searched for, and pictures that have been stored.
   *
   * @param sketch how the next picture looks so far, or null
   */
  public record Content(
      List<Passage> passages,
      List<Part.Citation> citations,
      List<Part.Search> searches,
      List<Part.Picture> pictures,
      ChatEvent.@Nullable Sketched sketch) {
    public static final Content NONE = new Content(List.of(), List.of(), List.of(), List.of());

    public Content(
        List<Passage> passages,
        List<Part.Citation> citations,
        List<Part.Search> searches,
        List<Part.Picture> pictures) {
      this(passages, citations, searches, pictures, null);
    }

    /** Of a reply that was read from the history. */
    static Content of(Reply reply) {
      return new Content(
          Passage.of(reply.parts()),
          reply.citations(),
          only(reply.parts(), Part.Search.class),
          only(reply.parts(), Part.Picture.class));
    }

    private static <T> List<T> only(List<Part> parts, Class<T> kind) {
      return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }

  /**
   * A refused request that will be sent again by itself.
   *
   * @param attempt the one that is awaited, from 2 on
   * @param most how many there will be at most
   * @param inSeconds how long it still takes
   * @param reason a sentence for the user
   */
  public record Retry(int attempt, int most, double inSeconds, String reason) {}

  /** A reply that was read from the history. */
  public static Snapshot of(Reply reply) {
    return new Snapshot(
        reply.id(),
        reply.state(),
        Content.of(reply),
        reply.outcome(),
        reply.timing(),
        Trouble.NONE);
  }
}
