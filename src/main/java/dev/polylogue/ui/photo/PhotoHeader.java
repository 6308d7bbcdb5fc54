package dev.polylogue.ui.photo;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The top of the page: the title, the tools of the mask, how the pictures are shown. FX thread. */
final class PhotoHeader extends HBox {
  /** From so many pixels on there is room for the words of the tools beside those of the title. */
  private static final double SPELLED = 1_000;

  /** Room for the longest words that may stand there. */
  private static final double MASK_WIDTH = 136;

  /** The same where the window is narrow, and the title would have none. */
  private static final double LITTLE_MASK_WIDTH = 100;

  private static final double NARROW = 900;

  /** From so many pixels on there is room for the words of the modes. */
  private static final double NAMED = 800;

  private static final PseudoClass SET = PseudoClass.getPseudoClass("set");

  private final Texts texts;
  private final Commands commands;
  private final PhotoViewModel model;

  PhotoHeader(PhotoViewModel model, Node title, Node save, Commands commands, Texts texts) {
    super(8);
    this.model = model;
    this.commands = commands;
    this.texts = texts;
    getStyleClass().addAll("chat-header", "photo-header");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button sidebar = commands.bind("sidebar.toggle", Buttons.icon(Feather.SIDEBAR, "", () -> {}));
    Button panels = commands.bind("photo.panels", Buttons.icon(Feather.INFO, "", () -> {}));
    List<ToggleButton> tools = tools();
    List<ToggleButton> modes = modes();
    getChildren().addAll(sidebar, title, pill(tools), maskMenu(), pill(modes), save, panels);
    widthProperty()
        .subscribe(
            width -> {
              spell(tools, width.doubleValue() >= SPELLED);
              spell(modes, width.doubleValue() >= NAMED);
            });
  }

  private static void spell(List<ToggleButton> segments, boolean spelled) {
    segments.forEach(
        segment ->
            segment.setContentDisplay(
                spelled ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY));
  }

  private List<ToggleButton> tools() {
    ObjectProperty<MaskViewModel.Tool> tool = model.mask().toolProperty();
    return List.of(
        segment("photo.tool.hand", "photo.hand", Feather.MOVE, tool, MaskViewModel.Tool.HAND),
        segment("photo.tool.brush", "photo.brush", Feather.EDIT_2, tool, MaskViewModel.Tool.BRUSH),
        segment(
            "photo.tool.eraser", "photo.eraser", Feather.DELETE, tool, MaskViewModel.Tool.ERASER),
        segment(
            "photo.tool.rectangle",
            "photo.rectangle",
            Feather.SQUARE,
            tool,
            MaskViewModel.Tool.RECTANGLE));
  }

  private List<ToggleButton> modes() {
    ObjectProperty<PhotoViewModel.Mode> mode = model.modeProperty();
    return List.of(
        segment("photo.mode.tiles", "photo.tiles", Feather.GRID, mode, PhotoViewModel.Mode.TILES),
        segment("photo.mode.wipe", "photo.wipe", Feather.COLUMNS, mode, PhotoViewModel.Mode.WIPE),
        segment("photo.mode.heat", "photo.heat", Feather.ACTIVITY, mode, PhotoViewModel.Mode.HEAT));
  }

  private <T> ToggleButton segment(
      String command, String words, Feather icon, ObjectProperty<T> property, T meant) {
    ToggleButton segment = new ToggleButton(texts.get(words), Icons.of(icon));
    commands.bind(command, segment);
    segment.setContentDisplay(ContentDisplay.TEXT_ONLY);
    segment.getStyleClass().add("segment");
    property.subscribe(now -> segment.setSelected(meant.equals(now)));
    // A second click on the chosen one does not leave nothing chosen.
    segment.selectedProperty().subscribe(on -> segment.setSelected(meant.equals(property.get())));
    return segment;
  }

  private static HBox pill(List<ToggleButton> segments) {
    segments.getFirst().getStyleClass().add(Styles.LEFT_PILL);
    segments
        .subList(1, segments.size() - 1)
        .forEach(s -> s.getStyleClass().add(Styles.CENTER_PILL));
    segments.getLast().getStyleClass().add(Styles.RIGHT_PILL);
    HBox pill = new HBox();
    pill.getStyleClass().add("layout-switch");
    pill.setAlignment(Pos.CENTER_LEFT);
    pill.setMinWidth(Region.USE_PREF_SIZE);
    pill.getChildren().setAll(segments);
    return pill;
  }

  /** What can be done with the mask as a whole. */
  private MenuButton maskMenu() {
    MenuButton menu = new MenuButton(texts.get("photo.mask"));
    menu.getStyleClass().addAll("photo-menu");
    menu.setAccessibleText(texts.get("photo.mask.name"));
    // Its words change with the first stroke, and the tools beside it are to stay where they are.
    BooleanBinding narrow = widthProperty().lessThan(NARROW);
    menu.minWidthProperty()
        .bind(Bindings.when(narrow).then(LITTLE_MASK_WIDTH).otherwise(MASK_WIDTH));
    menu.prefWidthProperty().bind(menu.minWidthProperty());
    menu.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> maskWords(narrow.get()),
                model.mask().emptyProperty(),
                model.mask().featherProperty(),
                narrow));
    menu.graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    narrow.get() && !model.mask().emptyProperty().get()
                        ? Icons.of(Feather.FEATHER)
                        : null,
                model.mask().emptyProperty(),
                narrow));
    CustomMenuItem sliders = new CustomMenuItem(sliders(), false);
    menu.getItems().add(sliders);
    for (String id :
        List.of(
            "photo.mask.invert",
            "photo.mask.clear",
            "photo.mask.undo",
            "photo.mask.redo",
            "photo.mask.open",
            "photo.mask.step",
            "photo.mask.show")) {
      var command = commands.named(id);
      var item = new javafx.scene.control.MenuItem(command.hint());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> command.action().run());
      item.disableProperty().bind(Bindings.not(command.enabled()));
      menu.getItems().add(item);
    }
    model.mask().emptyProperty().subscribe(empty -> menu.pseudoClassStateChanged(SET, !empty));
    return menu;
  }

  private String maskWords(boolean few) {
    return model.mask().emptyProperty().get()
        ? texts.get("photo.mask")
        : texts.get(
            few ? "photo.mask.pixels" : "photo.mask.feather", model.mask().featherProperty().get());
  }

  private VBox sliders() {
    Slider feather = new Slider(0, 100, 8);
    feather.valueProperty().bindBidirectional(model.mask().featherProperty());
    Slider size = new Slider(1, 500, 24);
    size.valueProperty().bindBidirectional(model.mask().radiusProperty());
    VBox box =
        new VBox(
            4,
            field(texts.get("photo.feather"), feather),
            field(texts.get("photo.brushSize"), size));
    box.getStyleClass().add("mask-sliders");
    return box;
  }

  private VBox field(String words, Slider slider) {
    Label label = new Label();
    label
        .textProperty()
        .bind(slider.valueProperty().map(now -> texts.get("photo.slider", words, now.intValue())));
    label.getStyleClass().add("field-label");
    slider.setAccessibleText(words);
    slider.setPrefWidth(200);
    return new VBox(2, label, slider);
  }
}
