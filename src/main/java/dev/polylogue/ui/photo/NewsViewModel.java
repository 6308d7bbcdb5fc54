package dev.polylogue.ui.photo;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What was just done with a photo, and what can be done about it. FX thread. */
public final class NewsViewModel {
  /**
   * Something that was done.
   *
   * @param words a sentence
   * @param offer what can be done about it, in a word or two, or null
   * @param action does that
   */
  public record News(String words, @Nullable String offer, Runnable action) {}

  private final ReadOnlyObjectWrapper<@Nullable News> latest = new ReadOnlyObjectWrapper<>();

  // Properties

  /** The latest, until it is dismissed. */
  public ReadOnlyObjectProperty<@Nullable News> latestProperty() {
    return latest.getReadOnlyProperty();
  }

  // Commands

  public void tell(String words) {
    latest.set(new News(words, null, () -> {}));
  }

  public void tell(String words, String offer, Runnable action) {
    latest.set(new News(words, offer, action));
  }

  /** Takes up what is offered, once. */
  public void accept() {
    News now = latest.get();
    latest.set(null);
    if (now != null) {
      now.action.run();
    }
  }

  public void dismiss() {
    latest.set(null);
  }
}
