package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.Workbench;
import dev.polylogue.provider.FaultHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands on one data folder, without a display. */
record Commands(Path home) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What a command did. */
  record Done(int status, String out, String err) {
    List<JsonNode> lines() {
      return out.lines().map(JSON::readTree).toList();
    }

    List<JsonNode> events(String name) {
      return lines().stream().filter(line -> line.path("event").asString("").equals(name)).toList();
    }
  }

  Done run(String... arguments) {
    return with(Workbench::open, arguments);
  }

  /** The same with another way to open the data folder. */
  Done with(Services.Opening opening, String... arguments) {
    return run(opening, false, arguments);
  }

  /** The same while a person looks at a terminal. */
  Done seen(String... arguments) {
    return run(Workbench::open, true, arguments);
  }

  private Done run(Services.Opening opening, boolean seen, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            seen);
    int status = Root.run(arguments, home, opening, new NoDisplay(), terminal);
    terminal.out().flush();
    terminal.err().flush();
    return new Done(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** With the key in the environment variable {@code PATH}, which every system has. */
  Done add(FaultHost host, String id, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "providers",
                "add",
                id,
                "--protocol",
                "openai-chat",
                "--base-url",
                host.baseUrl().toString(),
                "--key-env",
                "PATH"));
    arguments.addAll(List.of(more));
    Done done = run(arguments.toArray(String[]::new));
    assertThat(done.status()).as(done.err()).isZero();
    return done;
  }

  private static final class NoDisplay implements Windows {
    @Override
    public boolean hasDisplay() {
      return false;
    }

    @Override
    public int open(Path home) {
      return 70;
    }

    @Override
    public int tour(Path home, Path out) {
      return 71;
    }
  }
}
