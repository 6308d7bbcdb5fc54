package dev.polylogue.ui.transcript;

import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The request that will be sent again by itself; its seconds run down without a new line. */
final class RetryModel {
  final StringProperty reason = new SimpleStringProperty("");
  final StringProperty countdown = new SimpleStringProperty("");
  private final Texts texts;

  RetryModel(Texts texts) {
    this.texts = texts;
  }

  void show(Snapshot.@Nullable Retry retry) {
    if (retry != null) {
      reason.set(Hygiene.visible(retry.reason()));
      // A countdown that stands at 0 looks stuck, so the last second is said until it is over.
      long left = Math.max(1, (long) Math.ceil(retry.inSeconds()));
      countdown.set(
          texts.get(
              "transcript.retry.countdown",
              Amounts.duration(texts, left),
              String.valueOf(retry.attempt()),
              String.valueOf(retry.most())));
    }
  }
}
