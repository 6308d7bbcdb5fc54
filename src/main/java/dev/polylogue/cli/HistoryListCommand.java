package dev.polylogue.cli;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.session.Tags;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history list}: newest first. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the comparisons.")
final class HistoryListCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  @Option(names = "--trash", description = "What was deleted, the latest first.")
  private boolean trash;

  @Option(names = "--folder", paramLabel = "NAME", description = "Only what is in that folder.")
  private @Nullable String folder;

  @Option(names = "--tag", paramLabel = "TAG", description = "Only what bears that tag.")
  private @Nullable String tag;

  @Option(names = "--details", description = "With --json: kind, pin, folder, tags and trash too.")
  private boolean details;

  private final Console console;

  HistoryListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.openForReading()) {
      int offset = 0;
      List<ComparisonEntry> page;
      do {
        page =
            trash
                ? services.order().trash(PAGE, offset)
                : services.comparisons().list(PAGE, offset);
        page.stream().filter(this::isWanted).forEach(this::print);
        offset += page.size();
      } while (page.size() == PAGE);
    }
    return 0;
  }

  private boolean isWanted(ComparisonEntry entry) {
    ComparisonEntry.Filing filing = entry.filing();
    return (folder == null || folder.equals(filing.folder()))
        && (tag == null || filing.tags().contains(Tags.plain(tag)));
  }

  private void print(ComparisonEntry entry) {
    if (console.json()) {
      ObjectNode node = Jsons.object().put("id", entry.id().toString());
      node.put("title", entry.title());
      node.put("createdAt", entry.createdAt().toString());
      node.put("updatedAt", entry.updatedAt().toString());
      var panes = node.putArray("panes");
      entry.panes().forEach(pane -> panes.add(pane.toString()));
      node.put("turns", entry.turns());
      if (details) {
        describe(node, entry);
      }
      console.print(node);
    } else {
      String panes =
          entry.panes().stream().map(ModelRef::toString).collect(Collectors.joining(", "));
      console.line(
          "%s  %s  %s (%s)"
              .formatted(entry.id(), entry.updatedAt(), Plain.line(entry.title()), panes));
    }
  }

  private static void describe(ObjectNode node, ComparisonEntry entry) {
    node.put("kind", entry.kind().word());
    node.put("pinned", entry.filing().pinned());
    node.put("folder", entry.filing().folder());
    var tags = node.putArray("tags");
    entry.filing().tags().forEach(tags::add);
    Jsons.text(node, "trashedAt", entry.filing().trashedAt());
  }
}
