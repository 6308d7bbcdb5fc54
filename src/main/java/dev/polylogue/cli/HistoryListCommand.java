package dev.polylogue.cli;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ModelRef;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history list}: newest first. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the comparisons.")
final class HistoryListCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  private final Console console;

  HistoryListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      int offset = 0;
      List<ComparisonEntry> page;
      do {
        page = services.comparisons().list(PAGE, offset);
        page.forEach(this::print);
        offset += page.size();
      } while (page.size() == PAGE);
    }
    return 0;
  }

  private void print(ComparisonEntry entry) {
    if (console.json()) {
      ObjectNode node = Jsons.object().put("id", entry.id().toString());
      node.put("title", entry.title());
      node.put("createdAt", entry.createdAt().toString());
      node.put("updatedAt", entry.updatedAt().toString());
      var panes = node.putArray("panes");
      entry.panes().forEach(pane -> panes.add(pane.toString()));
      console.print(node.put("turns", entry.turns()));
    } else {
      String panes =
          entry.panes().stream().map(ModelRef::toString).collect(Collectors.joining(", "));
      console.line(
          "%s  %s  %s (%s)"
              .formatted(entry.id(), entry.updatedAt(), Plain.text(entry.title()), panes));
    }
  }
}
