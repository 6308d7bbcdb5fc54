package dev.polylogue.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The three standard streams of a command. Output is buffered: whoever prints, flushes. */
public record Terminal(InputStream in, PrintStream out, PrintStream err) {

  /** Those of the process, in UTF-8 whatever the locale says. */
  public static Terminal standard() {
    return new Terminal(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }
}
