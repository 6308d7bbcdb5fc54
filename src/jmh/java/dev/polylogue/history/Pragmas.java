package dev.polylogue.history;

/** What a connection that writes into the history is told first, for those who do without it. */
public final class Pragmas {
  private Pragmas() {}

  public static String ofAWriter() {
    return "PRAGMA journal_mode = WAL;\n" + Connections.ON_DISK + Connections.CAREFUL;
  }
}
