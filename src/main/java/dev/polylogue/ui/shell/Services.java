package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.session.Care;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Curl;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.session.Order;
import dev.polylogue.session.Providers;
import dev.polylogue.session.Search;
import dev.polylogue.session.Transfers;
import dev.polylogue.session.Votes;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.settings.Setup;
import java.util.function.Function;

/**
 * What the window works with.
 *
 * @param kept what lies in the history
 * @param setup what helps to set up a provider
 * @param care what keeps the history safe
 */
public record Services(
    Kept kept,
    Compare compare,
    Providers providers,
    SettingsStore settings,
    Setup setup,
    Care care) {

  /** What lies in the history. */
  public record Kept(
      Comparisons comparisons,
      Votes votes,
      Order order,
      Search search,
      Transfers transfers,
      EditPhoto photos) {}

  public Search search() {
    return kept.search();
  }

  public Votes votes() {
    return kept.votes();
  }

  public EditPhoto photos() {
    return kept.photos();
  }

  /** Pins, folders, the trash. */
  public Order order() {
    return kept.order();
  }

  public Transfers transfers() {
    return kept.transfers();
  }

  public Comparisons comparisons() {
    return kept.comparisons();
  }

  /** Writes a request as a command line for {@code curl}; the key is not in it. */
  Function<Exchange, String> curl() {
    return exchange ->
        Curl.of(
            exchange,
            providers.find(exchange.provider()).map(at -> at.key().variable()).orElse(null));
  }
}
