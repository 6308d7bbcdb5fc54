package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the footer of one reply shows. Figures change without the line being replaced. */
final class FooterModel {
  final UUID turn;

  /** How far it is while it is live; the end is told by the foot itself, once it is seen. */
  final StringProperty phase = new SimpleStringProperty("");

  final BooleanProperty hasWords = new SimpleBooleanProperty();
  final StringProperty speed = new SimpleStringProperty("");
  final StringProperty tokens = new SimpleStringProperty("");
  final StringProperty account = new SimpleStringProperty("");
  final StringProperty remarks = new SimpleStringProperty("");
  final ObjectProperty<Timing> timing = new SimpleObjectProperty<>(Timing.NONE);
  private final Texts texts;
  private final String speaker;
  private Pace pace = Pace.UNKNOWN;

  /**
   * What the speed is told of. To put it in words costs more than all else, many times a second.
   */
  private record Pace(@Nullable Long first, @Nullable Double rate, @Nullable Long total) {
    static final Pace UNKNOWN = new Pace(null, null, null);

    static Pace of(Timing timing, @Nullable Usage usage) {
      return new Pace(timing.toFirstToken(), timing.tokensPerSecond(usage), timing.total());
    }
  }

  FooterModel(Texts texts, UUID turn, String speaker) {
    this.texts = texts;
    this.turn = turn;
    this.speaker = speaker;
  }

  void show(Snapshot reply) {
    if (reply.state().isLive()) {
      phase.set(texts.get("transcript.state." + reply.state().word()));
    }
    hasWords.set(
        reply.content().passages().stream()
            .anyMatch(passage -> passage.kind() == Passage.Kind.TEXT));
    timing.set(reply.timing());
    Pace now = Pace.of(reply.timing(), reply.outcome().usage());
    if (!now.equals(pace)) {
      pace = now;
      speed.set(Figures.speed(texts, reply.timing(), reply.outcome().usage()));
    }
    tokens.set(Figures.tokens(texts, reply.outcome().usage(), reply.outcome().cost()));
    account.set(
        reply.outcome().usage() == null && reply.outcome().cost() == null
            ? ""
            : String.join(
                "\n", Amounts.account(texts, reply.outcome().usage(), reply.outcome().cost())));
    remarks.set(Figures.remarks(texts, reply, speaker));
  }
}
