package dev.polylogue.cli;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.session.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code polylogue models}: what can be named with {@code -m}. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description =
        "What can be named with -m, as the providers list it, else as the catalogue does.")
final class ModelsCommand implements Callable<Integer> {
  @Option(names = "--provider", paramLabel = "ID", description = "Only this provider.")
  private @Nullable String provider;

  @Option(
      names = "--like",
      paramLabel = "WORDS",
      description = "Only this model, wherever it runs: grok, or \"grok 4.3\".")
  private @Nullable String like;

  private final Console console;

  ModelsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.openForReading()) {
      List<String> asked =
          services.providers().all().stream()
              .map(ProviderSettings::id)
              .filter(id -> provider == null || id.equals(provider))
              .toList();
      if (asked.isEmpty()) {
        throw new IllegalArgumentException("There is no provider \"%s\".".formatted(provider));
      }
      boolean whole = true;
      List<ModelCard> cards = new ArrayList<>();
      for (String id : asked) {
        whole &= list(services, id, cards);
      }
      if (like != null) {
        cards = services.providers().offering(like);
        cards = cards.stream().filter(card -> asked.contains(card.ref().provider())).toList();
      }
      cards.forEach(this::print);
      return whole ? 0 : 1;
    }
  }

  /** False when the list could not be had; a provider that has none is no failure. */
  private boolean list(Services services, String id, List<ModelCard> cards) {
    try {
      Listing listing = services.providers().listing(id);
      cards.addAll(listing.models());
      Failure complaint = listing.complaint();
      if (complaint == null) {
        return true;
      }
      complain(id, complaint, " The models are those of the catalogue.");
      return complaint.kind() == FailureKind.NOT_FOUND;
    } catch (ProviderException e) {
      complain(id, e.failure(), "");
      return false;
    }
  }

  private void complain(String id, Failure failure, String more) {
    console.complain(
        "%s: %s: %s%s".formatted(id, failure.kind().word(), Plain.text(failure.message()), more));
  }

  private void print(ModelCard card) {
    if (console.json()) {
      console.print(ModelJson.of(card));
    } else {
      console.line(Plain.text(card.ref().toString()));
    }
  }
}
