package dev.polylogue.ui.kit;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.session.PictureHosts;
import dev.polylogue.session.PictureHosts.Stranger;
import dev.polylogue.ui.fx.Work;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Asks before the first picture goes to a host (T28). FX thread. */
public final class HostQuestion {
  private record Question(List<Stranger> strangers, Runnable action) {}

  private final PictureHosts hosts;
  private final Work work;
  private final Texts texts;
  private final Consumer<Exception> trouble;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private @Nullable Question open;

  /**
   * @param trouble receives why an answer could not be kept; it holds all the same
   */
  public HostQuestion(PictureHosts hosts, Work work, Texts texts, Consumer<Exception> trouble) {
    this.hosts = hosts;
    this.work = work;
    this.texts = texts;
    this.trouble = trouble;
  }

  /** Which hosts of which providers are asked about, or empty. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Does it at once where pictures may go to all of these models, else when that is agreed to. */
  public void before(Collection<ModelRef> models, Runnable action) {
    List<Stranger> strangers = hosts.strangers(models);
    if (strangers.isEmpty()) {
      keep();
      action.run();
    } else {
      open = new Question(strangers, action);
      words.set(
          texts.get(
              "hosts.question",
              strangers.stream().map(this::named).collect(Collectors.joining(", "))));
    }
  }

  private String named(Stranger stranger) {
    return texts.get("hosts.named", stranger.host(), String.join(", ", stranger.providers()));
  }

  /** Pictures may go there, this one and those that follow. */
  public void send() {
    Question agreed = open;
    keep();
    if (agreed != null) {
      work.act(
          () -> hosts.agree(agreed.strangers),
          agreed.action,
          failure -> {
            trouble.accept(failure);
            agreed.action.run();
          });
    }
  }

  /** Nothing is sent, and the question is asked again the next time. */
  public void keep() {
    open = null;
    words.set("");
  }
}
