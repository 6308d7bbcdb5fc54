package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Day;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of photos, day by day, and what can be done with one. FX thread. */
public final class SessionsViewModel {
  private final PhotoTools tools;
  private final PhotosViewModel photos;
  private final PhotoViewModel photo;
  private final NewsViewModel news;
  private final ObservableList<SessionRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable UUID> renaming = new ReadOnlyObjectWrapper<>();

  public SessionsViewModel(
      PhotoTools tools, PhotosViewModel photos, PhotoViewModel photo, NewsViewModel news) {
    this.tools = tools;
    this.photos = photos;
    this.photo = photo;
    this.news = news;
    photos.entries().addListener(this::arrange);
    rows.setAll(days(photos.entries(), null));
  }

  /** The next page is only added, so that nothing of what was read before is looked at again. */
  private void arrange(ListChangeListener.Change<? extends EditEntry> change) {
    List<EditEntry> all = photos.entries();
    boolean more = change.next() && !change.wasRemoved() && change.getTo() == all.size();
    int from = change.getFrom();
    if (more && from > 0) {
      rows.addAll(days(all.subList(from, all.size()), all.get(from - 1)));
    } else {
      rows.setAll(days(all, null));
    }
  }

  /**
   * @param above the entry that stands above the first one, or null
   */
  private List<SessionRow> days(List<EditEntry> entries, @Nullable EditEntry above) {
    List<SessionRow> arranged = new ArrayList<>();
    Clock clock = tools.clock();
    LocalDate today = LocalDate.now(clock);
    Day last = above == null ? null : Day.of(above.updatedAt(), today, clock.getZone());
    for (EditEntry entry : entries) {
      Day day = Day.of(entry.updatedAt(), today, clock.getZone());
      if (day != last) {
        arranged.add(new SessionRow.Heading(words(day)));
        last = day;
      }
      arranged.add(new SessionRow.Entry(entry));
    }
    return arranged;
  }

  private String words(Day day) {
    return switch (day) {
      case TODAY -> tools.text("sidebar.today");
      case YESTERDAY -> tools.text("sidebar.yesterday");
      case WEEK -> tools.text("sidebar.week");
      case MONTH -> tools.text("sidebar.month");
      case EARLIER -> tools.text("sidebar.earlier");
    };
  }

  // Properties

  public ObservableList<SessionRow> rows() {
    return rows;
  }

  /** The session whose title is being written, or null. */
  public ReadOnlyObjectProperty<@Nullable UUID> renamingProperty() {
    return renaming.getReadOnlyProperty();
  }

  /** What a session is called: by its title, else by its photo. */
  static String name(EditEntry entry) {
    String name = entry.title().isBlank() ? entry.photo().name() : entry.title();
    return name.replace('\n', ' ');
  }

  /** The same of a line; empty for that of a day. */
  static String name(SessionRow row) {
    return row instanceof SessionRow.Entry entry ? name(entry.session()) : "";
  }

  /** {@code 7 edits · 3 models · 1 starred}. */
  String about(EditEntry entry) {
    return tools.text(
        "photo.sessions.detail",
        entry.tally().steps(),
        entry.models().size(),
        entry.tally().starred());
  }

  /** Whether there is more to come at the top of the list. */
  boolean isGrowing() {
    return photos.readingProperty().get() > 0;
  }

  /** Where a session stands in the list, or -1. */
  int place(UUID session) {
    List<UUID> ids =
        rows.stream()
            .map(row -> row instanceof SessionRow.Entry entry ? entry.session().id() : null)
            .toList();
    return ids.indexOf(session);
  }

  // Commands

  /** The reader came near the end of what is listed. */
  void more() {
    photos.more();
  }

  public void open(UUID session) {
    photos.open(session);
  }

  /** Begins to write the title of a session; null for the one on screen. */
  public void rename(@Nullable UUID session) {
    EditSession now = photo.sessionProperty().get();
    renaming.set(session != null || now == null ? session : now.id());
  }

  /** A blank title, or none, leaves it as it was. */
  void named(UUID session, @Nullable String title) {
    renaming.set(null);
    String plain = title == null ? "" : title.strip();
    if (!plain.isEmpty()) {
      change(() -> tools.photos().rename(session, plain));
    }
  }

  /** Moves a session to the trash, and offers to bring it back; null for the one on screen. */
  public void delete(@Nullable UUID wanted) {
    EditSession now = photo.sessionProperty().get();
    UUID session = wanted != null || now == null ? wanted : now.id();
    if (session == null) {
      return;
    }
    boolean open = now != null && now.id().equals(session);
    UUID next = open ? beside(session) : null;
    if (open) {
      photo.leave();
    }
    change(() -> tools.photos().delete(session));
    if (next != null) {
      photos.open(next);
    }
    news.deleted(
        tools.text("photo.sessions.deleted"), tools.text("photo.undo"), () -> restore(session));
  }

  private void restore(UUID session) {
    news.dismiss();
    change(() -> tools.photos().restore(session));
    photos.open(session);
  }

  private @Nullable UUID beside(UUID leaving) {
    List<UUID> ids = photos.entries().stream().map(EditEntry::id).toList();
    int at = ids.indexOf(leaving);
    if (ids.size() < 2 || at < 0) {
      return null;
    }
    return ids.get(at + 1 < ids.size() ? at + 1 : at - 1);
  }

  private void change(Work.Errand errand) {
    tools
        .works()
        .inOrder()
        .act(
            errand,
            () -> {
              photos.refresh(found -> {});
              photo.reread();
            },
            tools.trouble());
  }
}
