package dev.polylogue.cli;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.session.Exchanges;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code polylogue history exchange}: what went over the wire, without keys. */
@Command(
    name = "exchange",
    mixinStandardHelpOptions = true,
    description = "Shows what went over the wire for a reply, or for each reply of a comparison.")
final class HistoryExchangeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Of a reply or a comparison.")
  private UUID id = new UUID(0, 0);

  @Option(names = "--curl", description = "Print the requests as commands for a shell instead.")
  private boolean curl;

  private final Console console;

  HistoryExchangeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.openForReading()) {
      for (Exchanges.Kept kept : services.exchanges().of(id)) {
        if (curl) {
          kept.exchanges().stream().map(services.exchanges()::curl).forEach(this::print);
        } else if (console.json()) {
          console.print(ExchangeJson.write(kept));
        } else {
          tell(kept);
        }
      }
    }
    return 0;
  }

  private void print(String command) {
    if (console.json()) {
      console.print(Jsons.object().put("curl", command));
    } else {
      console.line(command);
    }
  }

  private void tell(Exchanges.Kept kept) {
    console.line(
        "── %s  %s  %s ──"
            .formatted(kept.reply().id(), kept.reply().model(), kept.reply().state().word()));
    if (kept.exchanges().isEmpty()) {
      console.line("Nothing was kept.");
    }
    for (Exchange exchange : kept.exchanges()) {
      Exchange.Request sent = exchange.request();
      console.line("");
      console.line("> " + sent.method() + " " + Plain.text(sent.url()));
      message(">", sent.headers(), sent.body(), sent.bodySize());
      Exchange.Response received = exchange.response();
      if (received == null) {
        console.line("No response came.");
      } else {
        console.line("< " + received.status());
        message("<", received.headers(), received.body(), received.bodySize());
      }
    }
    console.line("");
  }

  private void message(String mark, List<Exchange.Header> headers, Bytes body, long size) {
    headers.forEach(
        header -> console.line(mark + " " + Plain.text(header.name() + ": " + header.value())));
    console.line("");
    console.line(Plain.text(body.text()));
    if (body.size() < size) {
      console.line("(cut: %d of %d bytes were kept)".formatted(body.size(), size));
    }
    console.line("");
  }
}
