package dev.polylogue.cli;

import dev.polylogue.history.HistoryException;
import dev.polylogue.session.Care;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/** What every command is given: the global options, the data folder, the terminal. One thread. */
final class Console {
  /** As many as a window shows at first. */
  private static final int LIST = 100;

  private final GlobalOptions options;
  private final Path usualHome;
  private final Services.Opening opening;
  private final Terminal terminal;

  Console(GlobalOptions options, Path usualHome, Services.Opening opening, Terminal terminal) {
    this.options = options;
    this.usualHome = usualHome;
    this.opening = opening;
    this.terminal = terminal;
  }

  boolean json() {
    return options.json;
  }

  Path home() {
    return options.home != null ? options.home : usualHome;
  }

  boolean homeIsNamed() {
    return options.home != null;
  }

  /** Opens the data folder, and complains of what in it was left out. */
  Services open() throws Exception {
    Services services = opening.open(home());
    String remark = services.comparisons().remark();
    if (!remark.isEmpty()) {
      complain(remark);
    }
    if (!care().doctor().alarm().isEmpty()) {
      complain("To be told this no more: polylogue history verify --acknowledge.");
    }
    services.providers().problems().forEach(this::complain);
    return services;
  }

  /**
   * The same for a command that adds to the history: not to one that is damaged, as far as its list
   * tells, by which the window notices too (D19).
   */
  Services openToAdd() throws Exception {
    Services services = open();
    try {
      services.comparisons().list(LIST, 0);
      return services;
    } catch (HistoryException e) {
      services.close();
      throw e;
    }
  }

  /** The same for a command that changes nothing: also where nothing can be written. */
  Services openForReading() throws Exception {
    try {
      return open();
    } catch (HistoryException e) {
      if (!e.kind().leavesReading()) {
        throw e;
      }
      Services services = opening.openForReading(home(), e);
      complain("The history was opened for reading only. " + e.getMessage());
      return services;
    }
  }

  /**
   * The daily backup, for those who never open the window. To be called at the end of a command
   * that added something; what goes wrong is said and changes nothing about how the command ended.
   */
  void backUp() {
    flush();
    try {
      care().backups().makeIfDueAndQuick().ifPresent(this::complain);
    } catch (HistoryException e) {
      complain("No backup was made. " + e.getMessage());
    }
  }

  /** What keeps the history safe; opens nothing. */
  Care care() {
    return Care.of(home(), InstantSource.system());
  }

  /** Standard output as bytes; whoever writes leaves it open. */
  OutputStream out() {
    return terminal.out();
  }

  /** All of standard input. */
  String read() throws IOException {
    return new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Prints one object on a line of its own. */
  void print(JsonNode node) {
    terminal.out().print(node);
    terminal.out().print('\n');
  }

  void print(String text) {
    terminal.out().print(text);
  }

  void line(String text) {
    terminal.out().print(text);
    terminal.out().print('\n');
  }

  void flush() {
    terminal.out().flush();
  }

  /** Words that a person is to see first; as they are where a program reads them. */
  String bold(String words) {
    return terminal.marks() ? "\u001b[1m" + words + "\u001b[22m" : words;
  }

  /**
   * Shows a person who waits how far something is, in one line that the next one replaces; {@code
   * ""} takes it away. Nothing where nobody looks.
   */
  void passing(String words) {
    if (terminal.marks()) {
      terminal.err().print("\r" + words + "\u001b[K");
      terminal.err().flush();
    }
  }

  /** A sentence on the error stream. */
  void complain(String sentence) {
    terminal.out().flush();
    terminal.err().print("polylogue: " + sentence + "\n");
    terminal.err().flush();
  }
}
