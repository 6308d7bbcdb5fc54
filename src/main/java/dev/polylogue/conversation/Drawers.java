package dev.polylogue.conversation;

import java.util.List;

/**
 * What parts the history has, and how many comparisons are in each.
 *
 * @param all outside the trash
 * @param folders in alphabetical order
 * @param tags in alphabetical order
 */
public record Drawers(int all, List<Label> folders, List<Label> tags, int trashed) {
  public static final Drawers EMPTY = new Drawers(0, List.of(), List.of(), 0);

  /** The name of a folder or a tag. */
  public record Label(String name, int comparisons) {}

  public Drawers {
    folders = List.copyOf(folders);
    tags = List.copyOf(tags);
  }
}
