package dev.polylogue.ui.inspector;

import java.util.List;

/**
 * One side of an exchange, laid out.
 *
 * @param text as it is copied: the first line, the headers and the body as it went over the wire
 * @param lines as they are shown: a JSON body indented, long lines cut in several
 * @param cut whether only a part of the body was kept
 */
public record Side(String text, List<String> lines, boolean cut) {
  public Side {
    lines = List.copyOf(lines);
  }
}
