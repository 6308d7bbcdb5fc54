package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.ui.kit.EntryFace;
import dev.polylogue.ui.kit.Icons;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line of the list of photos on screen. Its thumbnail is loaded while it is seen. FX thread. */
final class SessionCell extends ListCell<SessionRow> {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final int SIDE = 40;
  private static final int NEAR_THE_END = 20;

  private final SessionsViewModel model;
  private final PhotoViewModel photo;
  private final Thumbs thumbs;
  private final Node none = Icons.of(Feather.IMAGE);
  private final ImageView thumbnail = new ImageView();
  private final StackPane square = new StackPane(none, thumbnail);
  private final Label title = new Label();
  private final Label detail = new Label();
  private final VBox words = new VBox(2, title, detail);
  private final HBox face = new HBox(10, square, words);
  private final EntryFace entry = new EntryFace(face);
  private @Nullable UUID shown;
  private Runnable asked = () -> {};

  SessionCell(SessionsViewModel model, PhotoViewModel photo, Thumbs thumbs) {
    this.model = model;
    this.photo = photo;
    this.thumbs = thumbs;
    square.getStyleClass().add("file-figure");
    square.setMinSize(SIDE, SIDE);
    square.setMaxSize(SIDE, SIDE);
    thumbnail.setPreserveRatio(true);
    thumbnail.setSmooth(true);
    thumbnail.setFitWidth(SIDE);
    thumbnail.setFitHeight(SIDE);
    title.getStyleClass().add("entry-title");
    detail.getStyleClass().add("muted-small");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    face.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    photo.sessionProperty().subscribe(now -> mark());
    model.renamingProperty().subscribe(now -> write());
  }

  @Override
  protected void updateItem(@Nullable SessionRow row, boolean empty) {
    super.updateItem(row, empty);
    setAccessibleText(null);
    if (empty || row == null) {
      forget();
      EntryFace.clear(this);
    } else {
      switch (row) {
        case SessionRow.Heading heading -> {
          forget();
          EntryFace.head(this, heading.text());
        }
        case SessionRow.Entry picked -> show(picked.session());
      }
      if (getIndex() >= model.rows().size() - NEAR_THE_END) {
        model.more();
      }
    }
    mark();
    write();
  }

  private void forget() {
    asked.run();
    asked = () -> {};
    shown = null;
  }

  private void show(EditEntry session) {
    String name = SessionsViewModel.name(session);
    title.setText(name);
    detail.setText(model.about(session));
    entry.stand(this);
    setAccessibleText(name + ", " + detail.getText());
    if (!session.id().equals(shown)) {
      forget();
      shown = session.id();
      thumbnail.setImage(null);
      none.setVisible(true);
      asked = thumbs.ask(Shelf.Wanted.plain(session.photo()), 2 * SIDE, this::picture);
    }
  }

  private void picture(Image image) {
    thumbnail.setImage(image);
    none.setVisible(false);
  }

  private void mark() {
    EditSession open = photo.sessionProperty().get();
    pseudoClassStateChanged(OPEN, open != null && open.id().equals(id()));
  }

  private @Nullable UUID id() {
    return getItem() instanceof SessionRow.Entry entry && !isEmpty() ? entry.session().id() : null;
  }

  /** A field in the place of the title while that is being written. */
  private void write() {
    UUID mine = id();
    boolean reading = title.equals(words.getChildren().getFirst());
    if (mine == null || !mine.equals(model.renamingProperty().get())) {
      if (!reading) {
        words.getChildren().set(0, title);
      }
    } else if (reading) {
      TextField field = field(mine);
      words.getChildren().set(0, field);
      field.requestFocus();
      field.selectAll();
    }
  }

  private TextField field(UUID session) {
    TextField field = new TextField(title.getText());
    field.setAccessibleText(title.getText());
    field.setOnAction(event -> model.named(session, field.getText()));
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.named(session, null);
            event.consume();
          }
        });
    field
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now && session.equals(model.renamingProperty().get())) {
                model.named(session, field.getText());
              }
            });
    return field;
  }
}
