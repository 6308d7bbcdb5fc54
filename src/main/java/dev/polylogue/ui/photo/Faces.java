package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Warning;
import dev.polylogue.media.FileFacts;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words how a result stands. FX thread. */
final class Faces {
  private static final String DOT = " \u00B7 ";

  /**
   * How somebody waits for a result.
   *
   * @param millis since it was asked for
   * @param stopping whether it was told to end
   */
  record Wait(long millis, boolean stopping) {}

  private final Texts texts;

  Faces(Texts texts) {
    this.texts = texts;
  }

  TileViewModel.Face source(Blob picture) {
    return source(picture, "");
  }

  /**
   * @param file of several pictures it is said that this is the first (I21, I26), of finer colours
   *     than are used how fine they are (I17)
   */
  TileViewModel.Face source(Blob picture, FileFacts file) {
    List<String> said = new ArrayList<>();
    if (file.frames() > 1) {
      said.add(texts.get(file.hasPages() ? "photo.pages" : "photo.frames", file.frames()));
    }
    if (file.isDeep()) {
      said.add(texts.get("photo.deep", file.depth()));
    }
    return source(picture, String.join(DOT, said));
  }

  private static TileViewModel.Face source(Blob picture, String detail) {
    return new TileViewModel.Face(TileViewModel.State.SOURCE, picture, null, detail, "", List.of());
  }

  /**
   * One picture of a reply.
   *
   * @param index which one
   * @param wait while it is live
   * @param maskNote why the mask does not count for this model, or null
   */
  TileViewModel.Face of(
      Snapshot reply, String provider, int index, Wait wait, @Nullable String maskNote) {
    List<String> notes = notes(reply.outcome(), maskNote);
    Failure failure = reply.outcome().failure();
    boolean there = index < reply.content().pictures().size();
    if (there) {
      Blob picture = reply.content().pictures().get(index).blob();
      String detail = figures(reply, wait.millis) + DOT + provider;
      if (failure != null) {
        notes.addFirst(failure.message());
      }
      return new TileViewModel.Face(
          TileViewModel.State.DONE, picture, null, detail, missing(reply, index), notes);
    }
    if (reply.state().isLive()) {
      Bytes sketch = reply.content().sketch() == null ? null : reply.content().sketch().bytes();
      return new TileViewModel.Face(
          wait.stopping ? TileViewModel.State.STOPPING : TileViewModel.State.WORKING,
          null,
          sketch,
          texts.get(doing(reply, wait)) + DOT + provider,
          working(reply, wait),
          notes);
    }
    return new TileViewModel.Face(
        reply.state() == ReplyState.STOPPED
            ? TileViewModel.State.STOPPED
            : TileViewModel.State.FAILED,
        null,
        null,
        provider,
        failed(reply),
        notes);
  }

  /** Nothing of it has left while it is queued: the photo is made ready for the model. */
  private static String doing(Snapshot reply, Wait wait) {
    if (wait.stopping) {
      return "photo.stopping";
    }
    return reply.state() == ReplyState.QUEUED ? "photo.preparing" : "photo.working";
  }

  private String working(Snapshot reply, Wait wait) {
    if (wait.stopping) {
      return texts.get("photo.stopping");
    }
    Snapshot.Retry retry = reply.retry();
    return retry != null
        ? texts.get("photo.retrying", Math.ceil(retry.inSeconds()), retry.reason())
        : texts.get("unit.seconds", Amounts.whole(texts, wait.millis / 1000));
  }

  private String figures(Snapshot reply, long millis) {
    Long total = reply.timing().total();
    String seconds = seconds(total == null ? millis : total);
    Cost cost = reply.outcome().cost();
    return cost == null ? seconds : seconds + DOT + Amounts.money(cost.amount(), cost.currency());
  }

  private String seconds(long millis) {
    return texts.get("unit.seconds", Amounts.seconds(texts, millis, millis < 10_000 ? 1 : 0));
  }

  /** Why there is no picture, in the provider's own words where it said any. */
  String failed(Snapshot reply) {
    Failure failure = reply.outcome().failure();
    if (failure != null) {
      String later = Amounts.retryAfter(texts, failure);
      return later == null ? failure.message() : failure.message() + "\n" + later;
    }
    return switch (reply.state()) {
      case STOPPED -> texts.get("photo.stopped");
      case INTERRUPTED -> texts.get("photo.interrupted");
      case TRUNCATED, FAILED, COMPLETE, QUEUED, CONNECTING, WAITING, STREAMING -> words(reply);
    };
  }

  /** A model that answers with words alone says why there is no picture. */
  private String words(Snapshot reply) {
    String said =
        reply.content().passages().stream()
            .map(passage -> passage.text().toString())
            .reduce("", String::concat)
            .strip();
    return said.isEmpty() ? texts.get("photo.nothing") : said;
  }

  /** What was left out, or that it is a sketch, which only the last picture may be. */
  private static String missing(Snapshot reply, int index) {
    boolean last = index == reply.content().pictures().size() - 1;
    return reply.outcome().warnings().stream()
        .filter(
            warning ->
                warning.about().equals(Warning.INSTRUCTION)
                    || last && warning.about().equals(Warning.SKETCH))
        .map(Warning::message)
        .collect(Collectors.joining(" "));
  }

  private static List<String> notes(Outcome outcome, @Nullable String maskNote) {
    List<String> notes =
        new ArrayList<>(outcome.warnings().stream().map(Warning::message).toList());
    if (maskNote != null) {
      notes.addFirst(maskNote);
    }
    return notes;
  }
}
