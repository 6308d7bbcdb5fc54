package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.kit.EntryFace;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line of the sidebar on screen. FX thread. */
final class HistoryCell extends ListCell<HistoryRow> {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private static final int MOST_MARKS = 4;

  private final HistoryViewModel model;
  private final OrderViewModel order;
  private final Texts texts;
  private final Consumer<HistoryRow.Entry> open;
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Region dot = new Region();
  private final HBox marks = new HBox(3);
  private final HBox first = new HBox(8);
  private final EntryFace face;
  private List<String> marked = List.of();
  private @Nullable TitleField field;

  /**
   * @param open shows a comparison
   */
  HistoryCell(HistoryView.Models models, Texts texts, Consumer<HistoryRow.Entry> open) {
    this.model = models.history();
    this.order = models.order();
    this.texts = texts;
    this.open = open;
    dot.getStyleClass().add("live-dot");
    detail.getStyleClass().add("muted-small");
    title.getStyleClass().add("entry-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    first.getChildren().addAll(title, dot);
    first.setAlignment(Pos.CENTER_LEFT);
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    marks.setMinWidth(USE_PREF_SIZE);
    marks.getStyleClass().add("small-marks");
    HBox second = new HBox(8, detail, marks);
    second.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(2, first, second);
    words.setAlignment(Pos.CENTER_LEFT);
    face = new EntryFace(words);
    model.selectedProperty().addListener((property, before, now) -> mark());
    model.maskedProperty().addListener((property, before, now) -> again());
    order.renamingProperty().addListener((property, before, now) -> write());
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
  }

  /** With Ctrl or Shift it only chooses. */
  private void onClick(MouseEvent event) {
    boolean plain =
        event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown() && !event.isShiftDown();
    if (plain && field == null && getItem() instanceof HistoryRow.Entry entry) {
      open.accept(entry);
    }
  }

  @Override
  protected void updateItem(HistoryRow row, boolean empty) {
    super.updateItem(row, empty);
    setAccessibleText(null);
    if (empty) {
      EntryFace.clear(this);
    } else {
      switch (row) {
        case HistoryRow.Heading heading -> EntryFace.head(this, heading.text());
        case HistoryRow.Entry entry -> show(entry);
      }
    }
    mark();
    write();
    if (!empty && getIndex() >= model.rows().size() - 20) {
      model.more();
    }
  }

  private void again() {
    if (getItem() instanceof HistoryRow.Entry entry) {
      show(entry);
    }
  }

  private void show(HistoryRow.Entry entry) {
    ComparisonEntry comparison = entry.comparison();
    String name = comparison.title().isBlank() ? texts.get("sidebar.untitled") : comparison.title();
    title.setText(name);
    detail.setText(detail(comparison));
    mark(providers(comparison).stream().distinct().limit(MOST_MARKS).toList());
    dot.setVisible(entry.live());
    dot.setManaged(entry.live());
    face.stand(this);
    String said = name + ", " + detail.getText();
    setAccessibleText(entry.live() ? said + ", " + texts.get("sidebar.live") : said);
  }

  private void mark(List<String> providers) {
    if (!providers.equals(marked)) {
      marked = providers;
      marks.getChildren().setAll(providers.stream().map(Marks::of).toList());
    }
  }

  /** Where it was put, unless everything in the list was put there, and how much is in it. */
  private String detail(ComparisonEntry comparison) {
    ComparisonEntry.Filing filing = comparison.filing();
    if (filing.trashedAt() != null) {
      return texts.get("sidebar.daysLeft", model.daysLeft(filing.trashedAt()));
    }
    Drawer drawer = model.drawerProperty().get();
    List<String> parts = new ArrayList<>();
    if (!filing.folder().isEmpty() && !(drawer instanceof Drawer.Folder)) {
      parts.add(filing.folder());
    }
    filing.tags().forEach(tag -> parts.add("#" + tag));
    parts.add(texts.get("sidebar.detail", comparison.panes().size(), comparison.turns()));
    return String.join(" · ", parts);
  }

  /** None while nobody is to know who takes part. */
  private List<String> providers(ComparisonEntry comparison) {
    return model.maskedProperty().get() != null
        ? List.of()
        : comparison.panes().stream().map(ModelRef::provider).toList();
  }

  private void mark() {
    boolean isOpen = id() != null && id().equals(model.selectedProperty().get());
    pseudoClassStateChanged(OPEN, isOpen);
  }

  private @Nullable UUID id() {
    return getItem() instanceof HistoryRow.Entry entry && !isEmpty()
        ? entry.comparison().id()
        : null;
  }

  /** A field in the place of the title while that is being written. */
  private void write() {
    UUID renaming = order.renamingProperty().get();
    UUID mine = id();
    boolean writing = renaming != null && renaming.equals(mine);
    if (!writing && field != null) {
      field = null;
      first.getChildren().set(0, title);
    } else if (writing && field == null && mine != null) {
      TitleField begun =
          new TitleField(title.getText(), texts, written -> order.renamed(mine, written));
      HBox.setHgrow(begun, Priority.ALWAYS);
      field = begun;
      first.getChildren().set(0, begun);
      begun.begin(getListView());
    }
  }
}
