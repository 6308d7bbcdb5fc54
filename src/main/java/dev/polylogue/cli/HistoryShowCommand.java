package dev.polylogue.cli;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Turn;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a comparison.")
final class HistoryShowCommand implements Callable<Integer> {
  @picocli.CommandLine.Parameters(paramLabel = "ID")
  private UUID id = new UUID(0, 0);

  private final Console console;

  HistoryShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.openForReading()) {
      Comparison comparison =
          services
              .comparisons()
              .open(id)
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no comparison " + id + "."));
      if (console.json()) {
        console.print(json(comparison));
      } else {
        tell(comparison);
      }
    }
    return 0;
  }

  private static ObjectNode json(Comparison comparison) {
    ObjectNode node = Jsons.object().put("id", comparison.id().toString());
    node.put("title", comparison.title());
    node.put("createdAt", comparison.createdAt().toString());
    ArrayNode panes = node.putArray("panes");
    for (Pane pane : comparison.panes()) {
      ObjectNode row = panes.addObject().put("index", panes.size() - 1);
      row.put("model", pane.model().toString());
      settings(row.putObject("settings"), pane.parameters());
      ArrayNode turns = row.putArray("turns");
      for (Turn turn : comparison.turns()) {
        pane.answer(turn.id()).ifPresent(answer -> turn(turns.addObject(), turn, answer));
      }
    }
    return node;
  }

  private static void settings(ObjectNode node, Parameters parameters) {
    parameters
        .values()
        .forEach(
            (setting, value) -> {
              switch (value) {
                case Double number -> node.put(setting.key(), number);
                case Long whole -> node.put(setting.key(), whole);
                case Boolean flag -> node.put(setting.key(), flag);
                default -> node.put(setting.key(), value.toString());
              }
            });
  }

  private static void turn(ObjectNode node, Turn turn, Answer answer) {
    ObjectNode user = node.putObject("user").put("text", turn.user().text());
    ArrayNode attachments = user.putArray("attachments");
    turn.user().attachments().forEach(blob -> attachments.add(Jsons.blob(blob)));
    ArrayNode replies = node.putArray("replies");
    for (int i = 0; i < answer.alternatives().size(); i++) {
      ObjectNode reply = replies.addObject().put("active", i == answer.active());
      Jsons.reply(reply, answer.alternatives().get(i));
    }
  }

  private void tell(Comparison comparison) {
    console.line(Plain.line(comparison.title()));
    for (Pane pane : comparison.panes()) {
      console.line("");
      console.line("── " + pane.model() + " ──");
      pane.parameters()
          .text(Setting.SYSTEM)
          .ifPresent(system -> console.line("(system: %s)".formatted(Plain.text(system))));
      for (Turn turn : comparison.turns()) {
        pane.answer(turn.id()).ifPresent(answer -> tell(turn, answer.reply()));
      }
    }
  }

  private void tell(Turn turn, Reply reply) {
    console.line("");
    turn.user().attachments().forEach(blob -> console.line("> [" + Plain.text(blob.name()) + "]"));
    console.line("> " + Plain.text(turn.user().text()).replace("\n", "\n> "));
    console.line("");
    console.line(Plain.text(reply.text()));
    ReplyNotes.of(reply).forEach(console::line);
    console.line("(%s)".formatted(MetricsTable.summary(reply)));
  }
}
