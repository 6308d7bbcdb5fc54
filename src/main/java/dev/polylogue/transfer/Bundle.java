package dev.polylogue.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Files that came together, as an export is one. */
public interface Bundle {
  /** Paths within, with slashes, in the order in which they lie there. */
  List<String> names();

  /**
   * One of them, as it is read.
   *
   * @throws EntryException here or while reading when this one can't be read
   * @throws IOException here or while reading when nothing more is to be read
   */
  InputStream open(String name) throws IOException;
}
