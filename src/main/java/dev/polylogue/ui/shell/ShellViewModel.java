package dev.polylogue.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What of the window is shown. FX thread. */
public final class ShellViewModel {
  /** The workspaces of the rail. */
  public enum Page {
    CHAT,
    IMAGES,
    INSIGHTS,
    SETTINGS
  }

  /** In a window that is narrower, in pixels, the panes need the room of the sidebar. */
  private static final double NARROW = 1_000;

  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.CHAT);
  private final BooleanProperty sidebar = new SimpleBooleanProperty(true);
  private final Aside room = new Aside(sidebar, NARROW);
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private Runnable known = () -> {};
  private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");

  // Properties

  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** Whether the sidebar is out. */
  public BooleanProperty sidebarProperty() {
    return sidebar;
  }

  /** What went wrong last, in words, or empty. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** What holds for as long as the window is open, such as that nothing can be stored, or empty. */
  public ReadOnlyStringProperty standingProperty() {
    return standing.getReadOnlyProperty();
  }

  // Commands

  public void toggleSidebar() {
    sidebar.set(!sidebar.get());
  }

  /**
   * @param width of the window, in pixels
   */
  public void fit(double width) {
    room.fit(width);
  }

  public void notice(String words) {
    notice(words, () -> {});
  }

  /**
   * @param dismissed is done once the notice is closed, unless another one came in its place
   */
  public void notice(String words, Runnable dismissed) {
    known = dismissed;
    notice.set(words);
  }

  void stand(String words) {
    standing.set(words);
  }

  public void dismissNotice() {
    Runnable dismissed = known;
    notice("");
    dismissed.run();
  }
}
