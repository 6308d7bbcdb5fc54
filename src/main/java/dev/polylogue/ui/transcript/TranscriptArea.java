package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.model.GenericEditableStyledDocument;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.StyledSegment;
import org.fxmisc.richtext.util.UndoUtils;
import org.reactfx.collection.LiveList;

/**
 * The text area of a transcript: read-only, virtualised, selectable from the first message to the
 * last. Its last line is always an empty one, {@link LineStyle.Look#END}. FX thread.
 */
final class TranscriptArea extends GenericStyledArea<LineStyle, Segment, TextStyle> {
  static final SegmentRules RULES = new SegmentRules();
  static final LineStyle END = LineStyle.of(LineStyle.Look.END, 0);

  /** The widest that lines get, in pixels. */
  private static final double MEASURE = 920;

  private static final double LEAST_SIDE = 16;

  private final TranscriptActions actions;
  private final Room room;
  private final KeptLines lines;
  private final LineGrowth growth;

  TranscriptArea(Texts texts, TranscriptActions actions) {
    this(actions, new Room(texts, actions));
  }

  private TranscriptArea(TranscriptActions actions, Room room) {
    var document = new GenericEditableStyledDocument<>(END, TextStyle.PLAIN, RULES);
    lines = new KeptLines(document.getParagraphs());
    super(END, TranscriptArea::dress, TextStyle.PLAIN, document, RULES, room::node);
    this.actions = actions;
    this.room = room;
    growth = new LineGrowth(this, lines);
    room.measure(this);
    setUndoManager(UndoUtils.noOpUndoManager());
    setEditable(false);
    setWrapText(true);
    setParagraphGraphicFactory(this::margins);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    getStyleClass().add("transcript-area");
    paddingProperty().bind(Bindings.createObjectBinding(() -> sides(getWidth()), widthProperty()));
    addEventHandler(ScrollEvent.SCROLL, this::scrolledBeside);
    new Lit(this);
  }

  /** Lines that are too long are hard to read: in a wide pane they stand in its middle. */
  private static Insets sides(double width) {
    double side = Math.max(LEAST_SIDE, Math.floor((width - MEASURE) / 2));
    return new Insets(0, side, 0, side);
  }

  /** The lines scroll by themselves, the room beside them does not. */
  private void scrolledBeside(ScrollEvent event) {
    if (event.getTarget() == this) {
      scrollYBy(-event.getDeltaY());
      event.consume();
    }
  }

  /** Copies the selection as plain text, as it is shown. */
  @Override
  public void copy() {
    IndexRange selection = getSelection();
    if (selection.getLength() > 0) {
      actions.copy(PlainText.of(Selected.of(this, selection)));
    }
  }

  @Override
  public LiveList<Paragraph<LineStyle, Segment, TextStyle>> getParagraphs() {
    return lines;
  }

  LineGrowth growth() {
    return growth;
  }

  Node node(StyledSegment<Segment, TextStyle> segment) {
    return room.node(segment);
  }

  /** The lines that are laid out; what else there is has no node. */
  VirtualFlow<?, ? extends Cell<?, ?>> flow() {
    for (Node child : getChildren()) {
      if (child instanceof VirtualFlow<?, ?> flow) {
        return flow;
      }
    }
    throw new IllegalStateException("The area has no lines");
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> PlainText.of(getContent().snapshot());
      case EDITABLE -> false;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private static void dress(TextFlow flow, LineStyle style) {
    flow.getStyleClass()
        .addAll(
            style.look() == LineStyle.Look.END ? "closing" : "shown",
            style.look().styleClass(),
            style.edge().styleClass(),
            style.gapClass());
    if (style.turned()) {
      flow.getStyleClass().add("turned");
      flow.setTextAlignment(TextAlignment.RIGHT);
    }
  }

  private @org.jspecify.annotations.Nullable Node margins(int index) {
    if (index >= getParagraphs().size()) {
      return null;
    }
    LineStyle style = getParagraph(index).getParagraphStyle();
    boolean mayWrap = style.look() == LineStyle.Look.CODE || style.look() == LineStyle.Look.CALL;
    if (style.margins().isEmpty() && !mayWrap) {
      return null;
    }
    HBox row = new HBox();
    row.getStyleClass().add("margins");
    for (Margin margin : style.margins()) {
      row.getChildren().add(margin(margin, style));
    }
    if (mayWrap) {
      row.getChildren().add(new Hooks());
    }
    return row;
  }

  private static Region margin(Margin margin, LineStyle style) {
    Region region =
        switch (margin.kind()) {
          case ROOM -> new Region();
          case MARK -> new MarkNode(margin.mark(), style.gapClass());
          case BAR -> bar(margin, style);
        };
    region.setMinWidth(margin.width());
    region.setPrefWidth(margin.width());
    region.setMaxWidth(margin.width());
    return region;
  }

  private static Region bar(Margin margin, LineStyle style) {
    Region bar = new Region();
    bar.getStyleClass().add("bar");
    HBox box = new HBox(bar);
    box.getStyleClass().add("bar-box");
    if (margin.begins()) {
      box.setPadding(new Insets(style.gap(), 0, 0, 0));
    }
    return box;
  }

  /** What widgets find around them. The area makes its first line before its constructor ends. */
  private static final class Room {
    private final DoubleProperty width = new SimpleDoubleProperty();
    private final DoubleProperty height = new SimpleDoubleProperty();
    private final Widget.Surroundings surroundings;

    Room(Texts texts, TranscriptActions actions) {
      surroundings = new Widget.Surroundings(width, height, texts, actions);
    }

    void measure(Region area) {
      height.bind(area.heightProperty());
      width.bind(
          Bindings.createDoubleBinding(
              () -> area.getWidth() - area.getInsets().getLeft() - area.getInsets().getRight() - 1,
              area.widthProperty(),
              area.insetsProperty()));
    }

    Node node(StyledSegment<Segment, TextStyle> segment) {
      return WordsNode.of(segment.getSegment(), segment.getStyle(), surroundings);
    }
  }
}
