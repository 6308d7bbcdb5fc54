package dev.polylogue.cli;

import dev.polylogue.session.Exchanges;
import dev.polylogue.session.Replayed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code polylogue history replay}: reads stored answers once more and says whether the same comes
 * out. Exit status 0 when all of it is the same.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Reads stored answers once more, without the network, and compares.")
final class HistoryReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..1", description = "Of a reply or a comparison.")
  private @Nullable UUID id;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "What \"history exchange --json\" printed, instead of the history.")
  private @Nullable Path file;

  private final Console console;

  HistoryReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    UUID named = id;
    Path from = file;
    if ((named == null) == (from == null)) {
      throw new IllegalArgumentException("Name either a reply or comparison, or a --file.");
    }
    boolean same = true;
    try (Services services = console.openForReading()) {
      List<Exchanges.Kept> all = named != null ? services.exchanges().of(named) : read(from);
      for (Exchanges.Kept kept : all) {
        Replayed replayed = services.exchanges().replay(kept);
        print(replayed);
        same &= replayed.isSame();
      }
    }
    return same ? 0 : 1;
  }

  private static List<Exchanges.Kept> read(@Nullable Path from) throws IOException {
    if (from == null) {
      return List.of();
    }
    JsonMapper mapper = JsonMapper.shared();
    List<Exchanges.Kept> all = new ArrayList<>();
    for (String line : Files.readAllLines(from)) {
      if (!line.isBlank()) {
        try {
          all.add(ExchangeJson.read(mapper.readTree(line)));
        } catch (JacksonException | IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "%s is not what \"history exchange --json\" prints: %s"
                  .formatted(from, e.getMessage()),
              e);
        }
      }
    }
    return all;
  }

  private void print(Replayed replayed) {
    if (console.json()) {
      ObjectNode node = Jsons.event("done").put("reply", replayed.stored().id().toString());
      Jsons.reply(node, replayed.again()).put("same", replayed.isSame());
      ArrayNode differences = node.putArray("differences");
      replayed.differences().forEach(differences::add);
      console.print(node);
      return;
    }
    console.line(
        "%s  %s  %s"
            .formatted(
                replayed.isSame() ? "same   " : "differs",
                replayed.stored().id(),
                Plain.text(replayed.stored().model().toString())));
    replayed.differences().forEach(line -> console.line("  " + Plain.text(line)));
  }
}
