package dev.polylogue.conversation;

/** A part of the history that can be listed on its own. */
public sealed interface Drawer {
  Drawer ALL = new All();
  Drawer TRASH = new Trash();

  /** Everything but what is in the trash. */
  record All() implements Drawer {}

  /** What was put into a folder. */
  record Folder(String name) implements Drawer {}

  /** What bears a tag. */
  record Tagged(String tag) implements Drawer {}

  /** What was deleted, the latest first. */
  record Trash() implements Drawer {}
}
