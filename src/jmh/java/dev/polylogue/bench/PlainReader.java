package dev.polylogue.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * What nobody can do without: reads an answer as it comes and cuts the words out of it, in a
 * process of its own with the options of the program, and shows nothing.
 */
final class PlainReader {
  private static final String BEFORE = "\"content\":\"";

  private PlainReader() {}

  /** Seconds of CPU for one answer of the host, the start of the process included. */
  static double cpuSeconds(ScriptedHost host) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms32m",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                PlainReader.class.getName(),
                host.baseUrl() + "/chat/completions")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      return Double.parseDouble(lines.readLine());
    }
  }

  public static void main(String[] arguments) throws IOException {
    Request request =
        new Request.Builder()
            .url(arguments[0])
            .post(RequestBody.create("{}", MediaType.get("application/json")))
            .build();
    StringBuilder words = new StringBuilder();
    try (Response response = new OkHttpClient().newCall(request).execute();
        BufferedSource source = response.body().source()) {
      for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
        int at = line.indexOf(BEFORE);
        if (at >= 0) {
          words.append(line, at + BEFORE.length(), line.lastIndexOf('"'));
        }
      }
    }
    System.out.println(
        ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3);
    System.exit(words.isEmpty() ? 1 : 0);
  }
}
