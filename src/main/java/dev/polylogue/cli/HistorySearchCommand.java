package dev.polylogue.cli;

import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.FoundPage;
import dev.polylogue.conversation.Snippet;
import dev.polylogue.session.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history search}: newest first. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds words in titles, prompts, answers and reasoning, the newest first.",
      "All words must occur. Also: \"a phrase\", -without, begin*, model:grok, provider:xai,"
          + " tag:work, before:2026-10-01, after:2026-10, on:today, has:image,"
          + " in:title|prompts|answers|reasoning|trash.",
      "A - before any of these leaves out what fits: -model:grok leaves out its answers, not the"
          + " prompts and titles beside them."
    })
final class HistorySearchCommand implements Callable<Integer> {
  private static final int PAGE = 200;

  private final Console console;

  @Parameters(
      paramLabel = "WORDS",
      arity = "1..*",
      description = "What to look for; put -- before words that begin with a hyphen.")
  private List<String> words = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 100).")
  private int limit = 100;

  HistorySearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit must be at least 1, not " + limit + ".");
    }
    try (Services services = console.openForReading()) {
      List<String> misread = services.search().misread(String.join(" ", words));
      if (!misread.isEmpty()) {
        console.complain(
            "Not understood, and so searched for as words: %s. Dates are written 2026-10-01, 2026-10 or today."
                .formatted(String.join(", ", misread)));
      }
      List<String> bare = services.search().bare(String.join(" ", words));
      if (!bare.isEmpty()) {
        console.complain(
            "Nothing stands behind %s, so it was passed over. A filter is written tag:work, or tag:\"two words\"."
                .formatted(String.join(", ", bare)));
      }
      List<Found> all = find(services.search());
      all.forEach(this::print);
      if (all.isEmpty() && !console.json()) {
        console.complain("Nothing was found.");
      }
    }
    return 0;
  }

  private List<Found> find(Search search) throws Exception {
    String typed = String.join(" ", words);
    List<Found> all = new ArrayList<>();
    FoundPage page = search.first(typed, Math.min(PAGE, limit));
    all.addAll(page.found());
    while (page.hasMore() && all.size() < limit) {
      page = search.following(typed, page, Math.min(PAGE, limit - all.size()));
      all.addAll(page.found());
    }
    return all;
  }

  private void print(Found found) {
    UUID message = found.place().message();
    if (console.json()) {
      ObjectNode node = Jsons.object().put("comparison", found.comparison().toString());
      node.put("title", found.entry().title());
      node.put("message", message == null ? null : message.toString());
      node.put("pane", found.place().index());
      node.put("role", found.role().word());
      console.print(node.put("snippet", found.snippet().text()));
    } else {
      console.line(
          "%s  %s  %s"
              .formatted(found.comparison(), found.at(), Plain.line(found.entry().title())));
      console.line("    %s: %s".formatted(who(found), marked(found.snippet())));
    }
  }

  private static String who(Found found) {
    Found.Place place = found.place();
    return switch (found.role()) {
      case TITLE -> "title";
      case USER -> "you";
      case ASSISTANT -> name(place);
      case REASONING -> name(place) + " (reasoning)";
    };
  }

  private static String name(Found.Place place) {
    return place.model() == null ? "a model" : Plain.line(place.model().toString());
  }

  private String marked(Snippet snippet) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Snippet.Mark mark : snippet.marks()) {
      marked.append(Plain.line(snippet.text().substring(at, mark.start())));
      marked.append(console.bold(Plain.line(snippet.text().substring(mark.start(), mark.end()))));
      at = mark.end();
    }
    return marked.append(Plain.line(snippet.text().substring(at))).toString();
  }
}
