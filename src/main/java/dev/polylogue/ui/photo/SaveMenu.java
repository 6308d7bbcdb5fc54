package dev.polylogue.ui.photo;

import dev.polylogue.media.ExifPart;
import dev.polylogue.ui.command.CommandMenu;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The ways by which results leave the program. FX thread. */
final class SaveMenu extends MenuButton {
  private static final List<String> WAYS =
      List.of("photo.save", "photo.saveAll", "photo.sheet", "photo.copy", "photo.toChat");

  SaveMenu(OutViewModel out, Commands commands, Texts texts) {
    super(null, Icons.of(Feather.DOWNLOAD));
    getStyleClass().addAll("photo-menu", "save-menu");
    setMinWidth(Region.USE_PREF_SIZE);
    Buttons.named(this, texts.get("photo.out.name"));
    for (String id : WAYS) {
      getItems().add(CommandMenu.item(commands, id));
    }
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            choice(texts.get("photo.out.asJpeg"), out.jpegProperty()),
            choice(texts.get("photo.out.withRecipe"), out.recipesProperty()),
            exif(out, texts));
  }

  /** What of the photo's own data goes into the file; where it was taken stands apart. */
  private static Menu exif(OutViewModel out, Texts texts) {
    Menu menu = new Menu(texts.get("photo.out.exif"));
    menu.setMnemonicParsing(false);
    for (ExifPart part : ExifPart.values()) {
      String words = texts.get("photo.exif." + part.name().toLowerCase(Locale.ROOT));
      if (part == ExifPart.PLACE) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      menu.getItems().add(choice(words, out.exifProperty(part)));
    }
    return menu;
  }

  private static CheckMenuItem choice(String words, BooleanProperty chosen) {
    CheckMenuItem item = new CheckMenuItem(words);
    item.setMnemonicParsing(false);
    item.selectedProperty().bindBidirectional(chosen);
    return item;
  }
}
