package dev.polylogue.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole program in a process of its own, with the options of its launcher. */
final class ChildWindow implements AutoCloseable {
  private static final String DRIVER = "dev.polylogue.app.BenchDriver";
  private static final Path LIBRARIES = Path.of("target", "polylogue", "lib");

  private final Process process;
  private final PrintStream in;
  private final BufferedReader out;

  ChildWindow(Path home) throws IOException {
    process =
        new ProcessBuilder(command(home)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    out = process.inputReader(StandardCharsets.UTF_8);
    expect("ready");
  }

  /**
   * As modules from the built program where there is one, with only the driver added. On a display
   * where there is one: the headless platform hands its pixels over one by one, which needs the
   * second compiler.
   */
  private static List<String> command(Path home) {
    String classes =
        Path.of(ChildWindow.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx2g",
            "-Xmn20m",
            "-XX:SurvivorRatio=3",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:-ShrinkHeapInSteps",
            "-XX:MetaspaceSize=96m",
            "-XX:ReservedCodeCacheSize=128m",
            "-Dprism.order=sw",
            "-Dprism.disableRegionCaching=true",
            "-Djdk.pollerMode=1",
            "-Djava.awt.headless=true"));
    boolean display = System.getenv("DISPLAY") != null;
    command.add(display ? "-XX:TieredStopAtLevel=1" : "-Dglass.platform=Headless");
    String more = System.getenv("POLYLOGUE_JAVA_OPTIONS");
    if (more != null && !more.isBlank()) {
      command.addAll(List.of(more.strip().split(" +")));
    }
    if (Files.exists(LIBRARIES.resolve("polylogue.jar"))) {
      command.addAll(
          List.of(
              "--enable-native-access=ALL-UNNAMED,javafx.graphics,org.xerial.sqlitejdbc,dev.polylogue,com.sun.jna",
              "--module-path",
              LIBRARIES.toString(),
              "--patch-module",
              "dev.polylogue=" + classes,
              "--module",
              "dev.polylogue/" + DRIVER));
    } else {
      command.addAll(
          List.of(
              "--enable-native-access=ALL-UNNAMED",
              "-classpath",
              System.getProperty("java.class.path"),
              DRIVER));
    }
    command.add(home.toString());
    return command;
  }

  String ask(String line) throws IOException {
    in.println(line);
    String answer = out.readLine();
    if (answer == null) {
      throw new IOException("The program has ended.");
    }
    return answer;
  }

  private void expect(String wanted) throws IOException {
    String line = out.readLine();
    if (!wanted.equals(line)) {
      throw new IOException("The program said \"" + line + "\" where \"" + wanted + "\" was due.");
    }
  }

  /** Seconds of CPU since its start, all threads. */
  double cpuSeconds() {
    try {
      String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    } catch (IOException e) {
      return process.info().totalCpuDuration().map(cpu -> cpu.toNanos() / 1e9).orElse(0.0);
    }
  }

  /** Its share of memory in megabytes; 0 where the system does not tell. */
  double pss() throws IOException {
    Path file = Path.of("/proc", "" + process.pid(), "smaps_rollup");
    if (!Files.exists(file)) {
      return 0;
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  @Override
  public void close() throws IOException {
    in.println("quit");
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
