package dev.polylogue.session;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.Warning;
import dev.polylogue.media.Decoded;
import dev.polylogue.media.MediaException;
import dev.polylogue.photo.Intake;
import dev.polylogue.photo.Size;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose pictures are looked at as a photo of the user is (I37): each goes on as it came,
 * what is wrong with it is said, and an answer of which nothing can be used is a failure.
 */
final class ResultStream extends ForwardingStream {
  private final Intake intake;
  private final PictureOptions asked;
  private final Size source;
  private final Deque<Warning> due = new ArrayDeque<>();
  private final List<String> unusable = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  private int came;
  private volatile boolean closed;

  /**
   * @param asked how the pictures were wanted
   * @param source how large the picture is that was edited
   */
  ResultStream(ChatStream answer, Intake intake, PictureOptions asked, Size source) {
    super(answer);
    this.intake = intake;
    this.asked = asked;
    this.source = source;
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    Warning first = due.poll();
    if (first != null) {
      return new ChatEvent.Warned(first);
    }
    ChatEvent event = super.next();
    if (event instanceof ChatEvent.Pictured picture) {
      look(picture.bytes());
    } else if (event == null) {
      return conclusion();
    }
    return event;
  }

  private void look(Bytes picture) {
    came++;
    String name = came == 1 && asked.n() == 1 ? "The result" : "Result " + came;
    try {
      Decoded read = intake.probe(picture, name, () -> closed);
      if (read.cut()) {
        cut.add(name + " is cut short: its lower part is missing.");
        return;
      }
      Size size = new Size(read.width(), read.height());
      if (wantsShapeOfSource() && !size.hasShapeOf(source)) {
        say(
            "%s has other proportions than its source: %s instead of %s pixels."
                .formatted(name, size, source));
      } else if (wantsShapeOfSource() && size.isCoarserThan(source)) {
        say("%s has fewer pixels than its source: %s instead of %s.".formatted(name, size, source));
      }
    } catch (MediaException e) {
      unusable.add(e.found());
    }
  }

  private boolean wantsShapeOfSource() {
    return asked.size() == null || asked.size().equals("auto");
  }

  private void say(String sentence) {
    due.add(new Warning("", sentence));
  }

  /**
   * What can't be used is only warned of where there is something else; what is there in part makes
   * the answer an unfinished one, whatever its host says.
   */
  private @Nullable ChatEvent conclusion() throws ProviderException {
    if (!cut.isEmpty()) {
      cut.addAll(unusable);
      throw ProviderException.interrupted(FailureKind.PROTOCOL, String.join(" ", cut));
    }
    if (unusable.isEmpty()) {
      return null;
    }
    String all = String.join(" ", unusable);
    if (unusable.size() == came) {
      throw ProviderException.failed(
          FailureKind.PROTOCOL,
          "What came can't be used, and is kept as it is. %s Ask for it once more.".formatted(all));
    }
    unusable.clear();
    return new ChatEvent.Warned(new Warning("", all));
  }

  @Override
  public void close() {
    closed = true;
    super.close();
  }
}
