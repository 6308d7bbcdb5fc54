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

  private final Deletions deletions;
  private final ReadOnlyObjectWrapper<@Nullable News> latest = new ReadOnlyObjectWrapper<>();

  NewsViewModel(Deletions deletions) {
    this.deletions = deletions;
  }

  // Properties

  /** The latest, until it is dismissed. */
  public ReadOnlyObjectProperty<@Nullable News> latestProperty() {
    return latest.getReadOnlyProperty();
  }

  /** What can be brought back, also once the news of it are gone. */
  public Deletions deletions() {
    return deletions;
  }

  // Commands

  public void tell(String words) {
    tell(new News(words, null, () -> {}));
  }

  void tell(News news) {
    latest.set(news);
  }

  /**
   * Says what was done, and offers something in a word or two, such as to do it otherwise.
   *
   * @param action does that
   */
  public void tell(String words, String offer, Runnable action) {
    tell(new News(words, offer, action));
  }

  /**
   * Says that something was moved to the trash.
   *
   * @param offer to bring it back, in a word or two
   * @param back does that
   */
  void deleted(String words, String offer, Runnable back) {
    tell(new News(words, offer, deletions.add(back)));
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
