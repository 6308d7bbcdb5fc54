package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Found;
import dev.polylogue.ui.kit.Texts;

/** The ways between the Images workspace and the others. FX thread. */
final class PhotoDoors {
  private final Desk desk;
  private final Texts texts;

  PhotoDoors(Desk desk, Texts texts) {
    this.desk = desk;
    this.texts = texts;
  }

  /** Shows the step in which something was found. */
  void show(Found found) {
    desk.photos().show(found.comparison(), found.place().turn());
    desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES);
  }

  /** Begins to edit a picture of an answer. */
  void edit(Blob picture) {
    String name = picture.name().isEmpty() ? texts.get("photo.fromChat") : picture.name();
    desk.photos().edit(() -> desk.files().read(picture), name);
    desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES);
  }

  /** Puts a picture beside the prompt that is being written. */
  void attach(PhotoDesk.ChatPicture picture) {
    desk.shell().pageProperty().set(ShellViewModel.Page.CHAT);
    desk.composer().attachments().paste(picture.bytes(), picture.name());
  }
}
