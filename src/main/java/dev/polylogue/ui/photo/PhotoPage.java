package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.fx.FocusHome;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Images workspace. FX thread. */
public final class PhotoPage extends HBox implements FocusHome {
  /** Below so many pixels the panels take less, so that title and tools have their room. */
  private static final double NARROW = 1_380;

  private final PhotoViewModel photo;
  private final PhotosViewModel photos;
  private final PhotoPicking picking;
  private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(Sight.FIT);
  private final TilesView tiles;
  private final WipeView wipe;
  private final PhotoComposer composer;
  private final SidePanels panels;
  private final Commands commands;
  private final Studio studio;
  private final Gallery gallery;
  private final SessionsView sessions;
  private final Texts texts;
  private @Nullable UUID looked;

  /**
   * The view models of the page.
   *
   * @param sidebar whether the list of sessions is out
   * @param beside whether the panels are out
   */
  public record Models(
      PhotosViewModel photos,
      PhotoViewModel photo,
      EditorsViewModel editors,
      Studio studio,
      BooleanProperty sidebar,
      BooleanProperty beside) {}

  /** What the page shares with the rest of the window. */
  public record Surroundings(
      PhotoTools tools, Shelf shelf, Thumbs thumbs, Gallery gallery, Layer layer) {}

  public PhotoPage(Models models, Surroundings around, Commands commands) {
    this.photo = models.photo;
    this.photos = models.photos;
    this.commands = commands;
    this.studio = models.studio;
    this.gallery = around.gallery;
    this.texts = around.tools.texts();
    picking = new PhotoPicking(photos, texts);
    TileView.Stage stage =
        new TileView.Stage(
            around.tools, around.shelf, sight, models.studio.out(), models.studio.news());
    tiles = new TilesView(photo, stage);
    wipe = new WipeView(photo, stage);
    composer =
        new PhotoComposer(photo, models.editors, commands, around.layer, texts, picking::paste);
    panels = new SidePanels(texts);
    TreeViewModel edits = models.studio.tree();
    TreeView tree = new TreeView(edits, around.thumbs, commands, texts);
    panels.put(SidePanels.Panel.TREE, new TreePanel(tree, edits, texts));
    panels.put(
        SidePanels.Panel.RECIPE,
        new FactsView(
            models.studio.recipe().facts(),
            texts.get("photo.recipe"),
            texts.get("photo.recipe.none"),
            new ResultButtons(models.studio, photo, commands, texts)));
    LeavesView leaves = new LeavesView(models.studio.leaves(), photo, texts);
    panels.put(SidePanels.Panel.LEAVES, leaves);
    panels.selected(SidePanels.Panel.LEAVES, leaves::look);
    getStyleClass().add("photo-page");
    sessions = new SessionsView(studio.sessions(), photo, around.thumbs, commands, texts);
    shown(sessions, models.sidebar);
    BorderPane workspace = workspace();
    ObservableValue<Boolean> beside =
        models.beside.flatMap(
            out -> photo.sessionProperty().map(now -> out && now != null).orElse(false));
    shown(panels, beside);
    HBox.setHgrow(workspace, Priority.ALWAYS);
    getChildren().addAll(sessions, workspace, panels);
    new PhotoKeys(workspace, this, photo, commands);
    new TileMenu(tiles, photo, commands);
    picking.takeDropsOn(this);
    widthProperty().subscribe(width -> panels.narrow(width.doubleValue() < NARROW));
    photo.sourceProperty().subscribe(now -> sight.set(Sight.FIT));
    photo.sessionProperty().subscribe(this::turned);
  }

  /** Another photo is looked at as a whole first. */
  private void turned(@Nullable EditSession now) {
    UUID id = now == null ? null : now.id();
    if (!Objects.equals(id, looked)) {
      looked = id;
      sight.set(Sight.FIT);
    }
  }

  private static void shown(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
  }

  private BorderPane workspace() {
    PhotoHeader header =
        new PhotoHeader(
            photo, title(), new SaveMenu(studio.out(), commands, texts), commands, texts);
    ObservableValue<Boolean> open = photo.sessionProperty().map(now -> true).orElse(false);
    ObservableValue<Boolean> wiping =
        photo.modeProperty().map(mode -> mode == PhotoViewModel.Mode.WIPE);
    shown(header, open);
    wipe.visibleProperty().bind(wiping);
    tiles.visibleProperty().bind(photo.modeProperty().map(m -> m != PhotoViewModel.Mode.WIPE));
    Node empty = empty();
    StackPane middle = new StackPane(tiles, wipe, empty);
    // What had the keyboard is hidden by now; else it would go to whatever comes next.
    photo
        .modeProperty()
        .subscribe(
            (before, now) -> {
              if (tiles.isFocusWithin() || wipe.isFocusWithin()) {
                takeFocus();
              }
            });
    middle.getStyleClass().add("photo-middle");
    middle.setMinSize(0, 0);
    empty.visibleProperty().bind(open.map(there -> !there));
    VBox foot =
        new VBox(
            new HeatLegend(
                photo.modeProperty().isEqualTo(PhotoViewModel.Mode.HEAT).or(wipe.heatProperty()),
                texts),
            new NewsStrip(studio.news(), texts),
            composer,
            new PhotoStatus(this::frame, tiles.needsLayoutProperty(), sight, texts));
    shown(foot, open);
    VBox.setVgrow(middle, Priority.ALWAYS);
    BorderPane workspace = new BorderPane(new VBox(new PhotoProblems(photos, texts), middle));
    workspace.setTop(header);
    workspace.setBottom(foot);
    workspace.setMinWidth(0);
    return workspace;
  }

  private Label title() {
    Label title = new Label();
    title.getStyleClass().add("title-text");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(title.textProperty());
    title.setTooltip(whole);
    title
        .textProperty()
        .bind(
            photo
                .sessionProperty()
                .map(
                    now -> {
                      if (now == null) {
                        return "";
                      }
                      String words = now.comparison().title();
                      return (words.isBlank() ? now.photo().name() : words).replace('\n', ' ');
                    })
                .orElse(""));
    return title;
  }

  private Node empty() {
    Label icon = new Label(null, Icons.of(Feather.IMAGE));
    Label head = new Label(texts.get("photo.empty.title"));
    head.getStyleClass().add("section-title");
    Label words = new Label(texts.get("photo.empty.words"));
    words.setWrapText(true);
    words.setMaxWidth(400);
    Button choose = commands.bind("photo.open", new Button(texts.get("photo.empty.choose")));
    choose.getStyleClass().add("accent");
    Button sample = commands.bind("photo.sample", new Button(texts.get("photo.empty.sample")));
    HBox ways = new HBox(8, choose, sample);
    ways.setAlignment(Pos.CENTER);
    VBox box = new VBox(12, icon, head, words, ways);
    box.getStyleClass().addAll("empty-state", "photo-empty");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /** Puts a field above the list of photos, and what it finds in the place of the list. */
  public void searchWith(Node field, Node results) {
    sessions.searchWith(field, results);
  }

  public SidePanels panels() {
    return panels;
  }

  /** Asks for files to be edited. */
  public void choose() {
    picking.choose(getScene().getWindow());
  }

  /** Asks for a folder to save to. */
  public void chooseFolder(Consumer<Path> chosen) {
    picking.chooseFolder(getScene().getWindow(), chosen);
  }

  /** Puts a result on the clipboard, as a picture. */
  public void copy(PictureRef result) {
    studio.out().used(result, picture -> gallery.copy(picture, studio.out()::copied));
  }

  public void paste() {
    picking.paste();
  }

  public void chooseModels() {
    composer.chooseModels();
  }

  public void focusText() {
    composer.focusText();
  }

  /** Asks for a mask that was made elsewhere. */
  public void chooseMask(Consumer<Path> chosen) {
    picking.chooseMask(getScene().getWindow(), chosen);
  }

  /** Nearer by a factor, around the middle of the current tile; 0 shows the whole picture. */
  public void zoom(double by) {
    Frame frame = frame();
    if (frame != null) {
      sight.set(
          by == 0
              ? Sight.FIT
              : sight.get().zoomed(frame, by, frame.viewWidth() / 2, frame.viewHeight() / 2));
    }
  }

  /** One pixel of the picture for one of the screen. */
  public void zoomToPixels() {
    Frame frame = frame();
    if (frame != null) {
      sight.set(sight.get().scaled(frame, 1, frame.viewWidth() / 2, frame.viewHeight() / 2));
    }
  }

  /** Where all pictures are looked at. */
  public ObjectProperty<Sight> sightProperty() {
    return sight;
  }

  /** Shows the source in place of every picture, or each again as it is. */
  void flash(boolean on) {
    PictureView.Shown source = on ? tiles.source() : null;
    tiles.flash(source);
    wipe.flash(source);
  }

  /** The keyboard goes on with the pictures, in whatever way they are shown. */
  @Override
  public void takeFocus() {
    TileView now = tiles.current();
    if (isWiping()) {
      wipe.view().requestFocus();
    } else if (now != null) {
      now.view().requestFocus();
    } else {
      tiles.requestFocus();
    }
  }

  private boolean isWiping() {
    return photo.modeProperty().get() == PhotoViewModel.Mode.WIPE;
  }

  @Nullable Frame frame() {
    return isWiping() ? wipe.view().frame() : tiles.frame();
  }
}
