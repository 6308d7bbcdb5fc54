package dev.polylogue.ui.photo;

import static java.util.stream.Collectors.joining;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.photo.Difference;
import dev.polylogue.ui.kit.Apart;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What stands below a tile: whose it is, how long it took, what it cost, what changed, and why
 * something was not done as it was wanted. FX thread.
 */
final class TileLabel extends VBox {
  private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");

  private static final String DOT = " \u00B7 ";

  /** Three lines; all of it stands in the tooltip. */
  private static final double REASON = 56;

  private final PhotoViewModel model;
  private final MaskViewModel mask;
  private final Texts texts;
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label change = new Label();
  private final Label note = new Label(null, Icons.of(Feather.INFO));
  private final Label reason = new Label();
  private final StringProperty provider = new SimpleStringProperty("");
  private final Label mark;
  private final Button star;
  private final Button use;
  private TileViewModel tile;
  private String size = "";

  /**
   * @param first shown once it is turned to
   * @param ties cut when it goes
   */
  TileLabel(TileViewModel first, PhotoViewModel model, Ties ties, Texts texts) {
    this.tile = first;
    this.model = model;
    this.mask = model.mask();
    this.texts = texts;
    mark = Marks.of(provider);
    title.getStyleClass().add("tile-title");
    title.setMinWidth(0);
    // The names of the models of one maker differ at their ends.
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    title.setMaxWidth(Double.MAX_VALUE);
    detail.getStyleClass().add("muted-small");
    detail.setMinWidth(0);
    detail.setMaxWidth(Double.MAX_VALUE);
    change.getStyleClass().add("tile-change");
    change.setMinWidth(0);
    note.getStyleClass().add("tile-note");
    note.setMinWidth(USE_PREF_SIZE);
    reason.getStyleClass().add("tile-reason");
    reason.setMinHeight(0);
    reason.setMaxHeight(REASON);
    RightToLeft.wrap(reason);
    star = button(Feather.STAR, "photo.star", () -> model.star(tile));
    use = button(Feather.CORNER_DOWN_RIGHT, "photo.use", () -> model.use(tile.ref()));
    HBox.setHgrow(title, Priority.ALWAYS);
    // In rows of their own, so that neither name nor figures are cut where tiles are narrow.
    HBox above = new HBox(4, title, star, use);
    HBox outcome = new HBox(6, note, change);
    outcome.setMinWidth(0);
    Apart below = new Apart(detail, outcome, 6);
    above.setAlignment(Pos.CENTER_LEFT);
    outcome.setAlignment(Pos.CENTER_LEFT);
    VBox rows = new VBox(above, below);
    rows.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(rows, Priority.ALWAYS);
    HBox line = new HBox(8, mark, rows);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("tile-label");
    getStyleClass().add("tile-foot");
    getChildren().addAll(line, reason);
    ties.hold(mask.shareProperty().subscribe(share -> say()));
    ties.hold(model.modeProperty().subscribe(mode -> changed()));
  }

  private Button button(Feather icon, String key, Runnable action) {
    Button button = Buttons.icon(icon, texts.get(key), action);
    button.getStyleClass().add("tile-button");
    return button;
  }

  /**
   * Speaks of this tile from now on.
   *
   * @param ties cut when it turns to another
   */
  void turnTo(TileViewModel next, Ties ties) {
    tile = next;
    size = "";
    ModelRef made = tile.model();
    provider.set(made == null ? "" : made.provider());
    there(mark, made != null);
    title.setText(tile.title());
    tip(title, tile.title());
    there(star, tile.ref() != null);
    there(use, tile.ref() != null && tile.state() != TileViewModel.State.SOURCE);
    ties.hold(tile.starredProperty().subscribe(this::star));
    ties.hold(tile.faceProperty().subscribe(this::show));
    ties.hold(tile.changeProperty().subscribe(found -> changed()));
    ties.hold(tile.unkeptProperty().subscribe(why -> changed()));
  }

  private static void there(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }

  /** The same one says something else: to make one costs more than all the rest of a tile. */
  private static void tip(Label label, String words) {
    Tooltip known = label.getTooltip();
    if (known == null) {
      label.setTooltip(new Tooltip(words));
    } else {
      known.setText(words);
    }
  }

  private void star(boolean on) {
    star.pseudoClassStateChanged(STARRED, on);
    Buttons.named(star, texts.get(on ? "photo.unstar" : "photo.star"));
  }

  /** How high it would be if it stood alone. */
  double ownHeight(double width) {
    return computePrefHeight(width);
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
    star.setDisable(face.picture() == null);
    use.setDisable(face.picture() == null);
    there(note, !face.notes().isEmpty() && face.state() == TileViewModel.State.DONE);
    String notes = String.join("\n", face.notes());
    tip(note, notes);
    note.setAccessibleText(notes);
    explain();
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
    tip(detail, all);
  }

  /** What a user would else have to hover for: it is why the picture is not what was asked for. */
  private void explain() {
    String why = Stream.of(leftOut(), why()).filter(said -> !said.isEmpty()).collect(joining("\n"));
    reason.setText(why);
    tip(reason, why);
    there(reason, !why.isEmpty());
  }

  private String leftOut() {
    TileViewModel.Face face = tile.faceProperty().get();
    return face.state() == TileViewModel.State.DONE ? face.words() : "";
  }

  private String why() {
    String unkept = tile.unkeptProperty().get();
    Change found = tile.changeProperty().get();
    if (!unkept.isEmpty()) {
      return texts.get("photo.unkept", unkept);
    }
    if (found != null && !found.framed()) {
      return about(found, texts);
    }
    return found != null && found.came().isCoarserThan(found.source())
        ? texts.get("photo.change.coarse", found.came(), found.source())
        : "";
  }

  private void changed() {
    explain();
    Change found = tile.changeProperty().get();
    there(change, found != null);
    change.getStyleClass().removeAll("little", "some", "much");
    if (found != null && tile.keeping() != null && tile.unkeptProperty().get().isEmpty()) {
      boolean both = isHeat() && found.outside() != null;
      change.setText(
          both
              ? texts.get("photo.kept.inside", percent(found.inside(), texts))
              : texts.get("photo.kept"));
      tip(change, texts.get("photo.kept.about", about(found, texts)));
      change.getStyleClass().add("little");
    } else if (found != null) {
      change.setText(words(found));
      if (found.outside() != null || !found.framed()) {
        Change.Amount amount = found.framed() ? found.amount() : Change.Amount.MUCH;
        change.getStyleClass().add(amount.name().toLowerCase(Locale.ROOT));
      }
      tip(change, about(found, texts));
    }
  }

  /** Then there is more to say of what changed. */
  private boolean isHeat() {
    return model.modeProperty().get() == PhotoViewModel.Mode.HEAT;
  }

  private String words(Change found) {
    if (!found.framed()) {
      return texts.get("photo.unlike." + found.fit().word());
    }
    Double outside = found.outside();
    return outside == null
        ? texts.get("photo.change.all", percent(found.inside(), texts))
        : texts.get(
            isHeat() ? "photo.change.both" : "photo.change.outside",
            percent(outside, texts),
            percent(found.inside(), texts));
  }

  /** The same in a sentence. */
  static String about(Change found, Texts texts) {
    if (!found.framed()) {
      return texts.get("photo.unlike.about." + found.fit().word());
    }
    Double outside = found.outside();
    return outside == null
        ? texts.get("photo.change.all.about", percent(found.inside(), texts), Difference.TOLERANCE)
        : texts.get(
            "photo.change.outside.about",
            percent(found.inside(), texts),
            percent(outside, texts),
            Difference.TOLERANCE);
  }

  static String percent(double share, Texts texts) {
    NumberFormat format = NumberFormat.getPercentInstance(texts.locale());
    format.setMaximumFractionDigits(share > 0 && share < 0.1 ? 1 : 0);
    return format.format(share).replace("%", "\u00A0%");
  }
}
