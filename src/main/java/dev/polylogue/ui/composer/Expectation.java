package dev.polylogue.ui.composer;

import dev.polylogue.conversation.Price;
import dev.polylogue.conversation.Usage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt will probably cost: an order of magnitude, said with its assumptions.
 *
 * @param panes it goes to
 * @param unknown how many of them have no known price
 * @param amount of the others together, or null when there is none that costs something
 * @param currency ISO 4217, of the first price there is
 */
public record Expectation(int panes, int unknown, @Nullable BigDecimal amount, String currency) {
  /** Characters that make a token, in round figures. */
  static final int CHARACTERS_A_TOKEN = 4;

  /** Tokens that an answer is assumed to have. */
  static final int ANSWER_TOKENS = 500;

  /**
   * A pane that a prompt goes to.
   *
   * @param price null when unknown
   * @param free whether it costs nothing, as on this computer
   * @param threadCharacters of what was said before, which is sent along
   */
  public record Target(@Nullable Price price, boolean free, long threadCharacters) {}

  public static Expectation of(List<Target> targets, long promptCharacters) {
    int unknown = 0;
    String currency = "";
    BigDecimal amount = null;
    for (Target target : targets) {
      Price price = target.price();
      if (target.free()) {
        continue;
      }
      if (price == null || !currency.isEmpty() && !currency.equals(price.currency())) {
        unknown++;
        continue;
      }
      currency = price.currency();
      BigDecimal more = cost(price, target.threadCharacters() + promptCharacters);
      amount = amount == null ? more : amount.add(more);
    }
    return new Expectation(targets.size(), unknown, amount, currency);
  }

  private static BigDecimal cost(Price price, long characters) {
    Usage usage = Usage.of(characters / CHARACTERS_A_TOKEN, (long) ANSWER_TOKENS, null, null);
    return price.of(usage).orElseThrow().amount();
  }
}
