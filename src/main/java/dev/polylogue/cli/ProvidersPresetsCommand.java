package dev.polylogue.cli;

import dev.polylogue.settings.Preset;
import dev.polylogue.settings.Presets;
import dev.polylogue.settings.RetiredService;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue providers presets}: what {@code --preset} takes, and what is gone. */
@Command(
    name = "presets",
    mixinStandardHelpOptions = true,
    description = "Lists the providers that --preset knows.")
final class ProvidersPresetsCommand implements Callable<Integer> {
  private final Console console;

  ProvidersPresetsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (Preset preset : Presets.load()) {
      if (console.json()) {
        console.print(json(preset));
      } else {
        console.line(
            "%-14s %-34s %-16s %s"
                .formatted(
                    preset.id(),
                    preset.name(),
                    preset.protocol().word(),
                    Objects.toString(preset.baseUrl(), "your own address")));
      }
    }
    for (RetiredService gone : Presets.retired()) {
      if (console.json()) {
        console.print(json(gone));
      } else {
        console.line("%-14s %-34s retired: %s".formatted(gone.id(), gone.name(), gone.note()));
      }
    }
    return 0;
  }

  private static ObjectNode json(Preset preset) {
    ObjectNode node = Jsons.object().put("id", preset.id()).put("name", preset.name());
    ArrayNode protocols = node.putArray("protocols");
    preset.wires().forEach(wire -> protocols.add(wire.protocol().word()));
    Jsons.text(node, "baseUrl", preset.baseUrl());
    Jsons.text(node, "keyEnv", preset.keyVariable());
    ObjectNode options = node.putObject("options");
    preset.options().forEach(options::put);
    return node.put("note", preset.note()).putNull("retired");
  }

  private static ObjectNode json(RetiredService gone) {
    ObjectNode node = Jsons.object().put("id", gone.id()).put("name", gone.name());
    node.putArray("protocols");
    node.putNull("baseUrl").putNull("keyEnv").putObject("options");
    return node.put("note", gone.note()).put("retired", gone.since());
  }
}
