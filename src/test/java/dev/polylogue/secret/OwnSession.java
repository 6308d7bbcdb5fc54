package dev.polylogue.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A login session of its own for one test: own home, own D-Bus, own keyring, no display. The
 * keyring of whoever runs the tests is never seen. Linux only.
 */
public final class OwnSession {
  static final String PASSWORD = "password of this test session";

  private final Path folder;

  OwnSession(Path folder) {
    this.folder = folder;
  }

  /** Whether the programs are installed that it takes. */
  static boolean isPossible() {
    return Stream.of("dbus-run-session", "gnome-keyring-daemon", "dbus-send", "secret-tool")
        .allMatch(
            program ->
                Stream.of(System.getenv("PATH").split(":"))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program))));
  }

  /** Runs a main method of the tests with an unlocked keyring around it. */
  String withKeyring(Class<?> main, String input) throws Exception {
    String script =
        "printf '%s' \"$1\" | gnome-keyring-daemon --unlock --components=secrets >&2; shift; exec \"$@\"";
    List<String> command =
        new ArrayList<>(
            List.of("dbus-run-session", "--", "/bin/sh", "-c", script, "session", PASSWORD));
    command.addAll(java(main));
    return run(command, input);
  }

  /** The same where there is no D-Bus at all. */
  String withoutBus(Class<?> main, String input) throws Exception {
    return run(java(main), input);
  }

  private String run(List<String> command, String input) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    String path = environment.get("PATH");
    environment.clear();
    environment.put("PATH", path);
    environment.put("HOME", folder("home"));
    environment.put("XDG_RUNTIME_DIR", folder("run"));
    environment.put("XDG_DATA_HOME", folder("data"));
    environment.put("XDG_CONFIG_HOME", folder("config"));
    environment.put("XDG_CACHE_HOME", folder("cache"));
    environment.put("LC_ALL", "C.UTF-8");
    builder.redirectError(folder.resolve("errors").toFile());
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor();
      endDaemons();
    }
  }

  /** A keyring daemon leaves its parents; those of this session are known by their home. */
  private void endDaemons() throws IOException {
    String ours = "HOME=" + folder("home") + "\0";
    for (ProcessHandle one : ProcessHandle.allProcesses().toList()) {
      try {
        Path environment = Path.of("/proc/" + one.pid() + "/environ");
        if (Files.readString(environment, StandardCharsets.ISO_8859_1).contains(ours)) {
          one.destroy();
        }
      } catch (IOException e) {
        // ended by itself, or not ours to look at
      }
    }
  }

  /** What was said on the error stream. */
  String errors() throws IOException {
    return Files.readString(folder.resolve("errors"));
  }

  private String folder(String name) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
    return made.toString();
  }

  /** The command that runs a main method of the tests. */
  public static List<String> java(Class<?> main) {
    String classPath =
        String.join(
            System.getProperty("path.separator"),
            Stream.of("jdk.module.path", "surefire.test.class.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .toList());
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-classpath",
        classPath,
        main.getName());
  }
}
