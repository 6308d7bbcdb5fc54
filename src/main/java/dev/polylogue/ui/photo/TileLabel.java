package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The line below a tile: whose it is, how long it took, what it cost, what changed. FX thread. */
final class TileLabel extends HBox {
  private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");

  private static final String DOT = " \u00B7 ";

  /** So much of a name stays where tiles are narrow, whatever else has to go; in pixels. */
  private static final double NAMED = 84;

  private final TileViewModel tile;
  private final MaskViewModel mask;
  private final Texts texts;
  private final Label detail = new Label();
  private final Label change = new Label();
  private final Label note = new Label(null, Icons.of(Feather.INFO));
  private String size = "";
  private boolean whole;

  /**
   * @param ties cut when it goes
   */
  TileLabel(TileViewModel tile, PhotoViewModel model, Ties ties, Texts texts) {
    super(8);
    this.tile = tile;
    this.mask = model.mask();
    this.texts = texts;
    getStyleClass().add("tile-label");
    setAlignment(Pos.CENTER_LEFT);
    if (tile.model() != null) {
      getChildren().add(Marks.of(tile.model().provider()));
    }
    Label title = new Label(tile.title());
    title.getStyleClass().add("tile-title");
    title.setMinWidth(0);
    title.setTooltip(new Tooltip(tile.title()));
    detail.getStyleClass().add("muted-small");
    detail.setMinWidth(0);
    change.getStyleClass().add("tile-change");
    change.setMinWidth(0);
    note.getStyleClass().add("tile-note");
    note.setMinWidth(USE_PREF_SIZE);
    // Below each other, so that neither name nor provider is cut where tiles are narrow.
    VBox words = new VBox(title, detail);
    words.setMinWidth(NAMED);
    words.setAlignment(Pos.CENTER_LEFT);
    setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, note, change);
    if (tile.ref() != null) {
      getChildren().addAll(star(model, ties), use(model));
    }
    ties.hold(tile.faceProperty().subscribe(this::show));
    ties.hold(tile.changeProperty().subscribe(this::changed));
    ties.hold(tile.unkeptProperty().subscribe(reason -> changed(tile.changeProperty().get())));
    ties.hold(tile.unkeptProperty().subscribe(reason -> show(tile.faceProperty().get())));
    ties.hold(mask.shareProperty().subscribe(share -> say()));
    ties.hold(model.modeProperty().subscribe(mode -> tell(mode == PhotoViewModel.Mode.HEAT)));
  }

  private Button star(PhotoViewModel model, Ties ties) {
    Button star = Buttons.icon(Feather.STAR, texts.get("photo.star"), () -> model.star(tile));
    star.getStyleClass().add("tile-button");
    ties.hold(
        tile.starredProperty()
            .subscribe(
                on -> {
                  star.pseudoClassStateChanged(STARRED, on);
                  Buttons.named(star, texts.get(on ? "photo.unstar" : "photo.star"));
                }));
    star.disableProperty().bind(tile.faceProperty().map(face -> face.picture() == null));
    return star;
  }

  private Button use(PhotoViewModel model) {
    Button use =
        Buttons.icon(
            Feather.CORNER_DOWN_RIGHT, texts.get("photo.use"), () -> model.use(tile.ref()));
    use.getStyleClass().add("tile-button");
    boolean source = tile.state() == TileViewModel.State.SOURCE;
    use.setVisible(!source);
    use.setManaged(!source);
    use.disableProperty().bind(tile.faceProperty().map(face -> face.picture() == null));
    return use;
  }

  /** Says more of what changed while that is looked at. */
  private void tell(boolean all) {
    whole = all;
    changed(tile.changeProperty().get());
  }

  /** In pixels. */
  void size(int width, int height) {
    size = width + "\u00D7" + height;
    say();
  }

  /** How long it took, what it cost, how large it is, as far as that is known. */
  String detail() {
    String said = tile.faceProperty().get().detail();
    return said.isEmpty() || size.isEmpty() ? said + size : said + DOT + size;
  }

  private void show(TileViewModel.Face face) {
    List<String> said = new ArrayList<>(face.notes());
    if (!tile.unkeptProperty().get().isEmpty()) {
      said.addFirst(texts.get("photo.unkept", tile.unkeptProperty().get()));
    }
    note.setVisible(!said.isEmpty() && face.state() == TileViewModel.State.DONE);
    note.setManaged(note.isVisible());
    String notes = String.join("\n", said);
    note.setTooltip(new Tooltip(notes));
    note.setAccessibleText(notes);
    say();
  }

  private void say() {
    String said = tile.faceProperty().get().detail();
    boolean source = tile.state() == TileViewModel.State.SOURCE;
    String share = percent(mask.shareProperty().get(), texts);
    boolean covered = source && mask.shareProperty().get() > 0;
    String all = detail();
    // What is narrow has no room for the size of every result.
    String shown = source ? all : said;
    detail.setText(covered ? shown + DOT + texts.get("photo.mask.share", share) : shown);
    detail.setTooltip(new Tooltip(all));
  }

  private void changed(@Nullable Change found) {
    change.setVisible(found != null);
    change.setManaged(found != null);
    change.getStyleClass().removeAll("little", "some", "much");
    if (found != null && tile.keeping() != null && tile.unkeptProperty().get().isEmpty()) {
      change.setText(texts.get("photo.kept"));
      change.setTooltip(new Tooltip(texts.get("photo.kept.about", about(found, texts))));
      change.getStyleClass().add("little");
    } else if (found != null) {
      change.setText(words(found));
      if (found.outside() != null || !found.framed()) {
        Change.Amount amount = found.framed() ? found.amount() : Change.Amount.MUCH;
        change.getStyleClass().add(amount.name().toLowerCase(Locale.ROOT));
      }
      change.setTooltip(new Tooltip(about(found, texts)));
    }
  }

  private String words(Change found) {
    if (!found.framed()) {
      return texts.get("photo.change.framing");
    }
    Double outside = found.outside();
    return outside == null
        ? texts.get("photo.change.all", percent(found.inside(), texts))
        : texts.get(
            whole ? "photo.change.both" : "photo.change.outside",
            percent(outside, texts),
            percent(found.inside(), texts));
  }

  /** The same in a sentence. */
  static String about(Change found, Texts texts) {
    if (!found.framed()) {
      return texts.get("photo.change.framing.about");
    }
    Double outside = found.outside();
    return outside == null
        ? texts.get("photo.change.all.about", percent(found.inside(), texts))
        : texts.get(
            "photo.change.outside.about", percent(found.inside(), texts), percent(outside, texts));
  }

  static String percent(double share, Texts texts) {
    NumberFormat format = NumberFormat.getPercentInstance(texts.locale());
    format.setMaximumFractionDigits(share > 0 && share < 0.1 ? 1 : 0);
    return format.format(share).replace("%", "\u00A0%");
  }
}
