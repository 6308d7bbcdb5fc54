package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Price;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;

/** What is known of a model, in a line. Pure. */
final class ModelWords {
  private static final String DOT = " \u00B7 ";
  private static final List<Capability> TOLD =
      List.of(
          Capability.REASONING,
          Capability.SEARCH,
          Capability.PICTURES,
          Capability.PDF,
          Capability.DRAWS);

  private ModelWords() {}

  /** Window and price as far as they are known: {@code 256k · $3 / $15}. */
  static String figures(ModelCard card, Texts texts) {
    List<String> figures = new ArrayList<>();
    if (card.facts().retirement() != null) {
      figures.add(texts.get("pane.models.retired"));
    }
    Long window = card.facts().limits().window();
    if (window != null) {
      figures.add(Amounts.window(texts, window));
    }
    Price price = card.facts().price();
    if (price != null) {
      Price.Rate rate = price.rate(0);
      figures.add(
          Amounts.rate(rate.input(), price.currency())
              + " / "
              + Amounts.rate(rate.output(), price.currency()));
    }
    return String.join(DOT, figures);
  }

  /** Everything in words, for who has room for it. */
  static String all(ModelCard card, Texts texts) {
    ModelFacts facts = card.facts();
    List<String> words = new ArrayList<>();
    if (facts.limits().window() != null) {
      words.add(texts.get("model.window", Amounts.window(texts, facts.limits().window())));
    }
    if (facts.limits().output() != null) {
      words.add(texts.get("model.output", Amounts.window(texts, facts.limits().output())));
    }
    Price price = facts.price();
    if (price != null) {
      Price.Rate rate = price.rate(0);
      words.add(
          texts.get(
              "model.price",
              Amounts.rate(rate.input(), price.currency()),
              Amounts.rate(rate.output(), price.currency())));
    }
    TOLD.stream()
        .filter(facts::can)
        .forEach(capability -> words.add(texts.get("model.can." + capability.word())));
    if (!facts.known()) {
      words.add(texts.get("model.unknown"));
    }
    return String.join(DOT, words);
  }
}
