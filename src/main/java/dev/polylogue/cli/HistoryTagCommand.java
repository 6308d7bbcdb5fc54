package dev.polylogue.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code polylogue history tag}: gives or takes tags. */
@Command(name = "tag", mixinStandardHelpOptions = true, description = "Gives comparisons a tag.")
final class HistoryTagCommand implements Callable<Integer> {
  @Option(names = "--tag", required = true, paramLabel = "TAG", description = "May be repeated.")
  private List<String> tags = List.of();

  @Option(names = "--off", description = "Takes it from them instead.")
  private boolean off;

  @Parameters(paramLabel = "ID", arity = "1..*")
  private List<UUID> ids = List.of();

  private final Console console;

  HistoryTagCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      Chosen.check(services, ids);
      for (String tag : tags) {
        if (off) {
          services.order().untag(ids, tag);
        } else {
          services.order().tag(ids, tag);
        }
      }
    }
    return 0;
  }
}
