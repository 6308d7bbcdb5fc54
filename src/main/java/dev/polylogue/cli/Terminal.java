package dev.polylogue.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The three standard streams of a command. Output is buffered: whoever prints, flushes.
 *
 * @param marks whether a person sees the output on a terminal where words can be set in bold, and a
 *     line can be replaced
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean marks) {

  public Terminal(InputStream in, PrintStream out, PrintStream err) {
    this(in, out, err, false);
  }

  /** Those of the process, in UTF-8 whatever the locale says. */
  public static Terminal standard() {
    boolean screen = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new Terminal(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        screen && understandsMarks(System.getenv()));
  }

  /** Not a matter of {@code NO_COLOR}: nothing here is told by colour. */
  static boolean understandsMarks(Map<String, String> environment) {
    return !"dumb".equals(environment.get("TERM"));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }
}
