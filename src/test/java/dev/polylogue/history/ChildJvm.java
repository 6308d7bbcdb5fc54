package dev.polylogue.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another process that runs a main method of the tests and says on its output what it did. */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static ChildJvm start(Class<?> main, List<String> before, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-classpath", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new ChildJvm(process);
  }

  private static String classPath() {
    return String.join(
        System.getProperty("path.separator"),
        Stream.of("jdk.module.path", "surefire.test.class.path", "java.class.path")
            .map(name -> System.getProperty(name, ""))
            .filter(path -> !path.isEmpty())
            .toList());
  }

  /** The next line of its output, or null when it has ended. */
  String line() throws IOException {
    return output.readLine();
  }

  /** Tells it to go on, where it waits for that. */
  void goOn() throws IOException {
    OutputStream input = process.getOutputStream();
    input.write('\n');
    input.flush();
  }

  /** kill -9, and everything it still had said. */
  List<String> kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // the process itself would close its output unread
    List<String> rest = output.lines().toList();
    process.waitFor();
    return rest;
  }

  /** kill -9 after a while, whatever it has said by then. */
  void killAfter(long time, TimeUnit unit) throws InterruptedException {
    process.waitFor(time, unit);
    kill();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    output.close();
  }
}
