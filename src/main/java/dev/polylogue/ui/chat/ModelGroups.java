package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Price;
import dev.polylogue.provider.ModelCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the same model at several providers, whatever each of them calls it. Any thread. */
public final class ModelGroups {
  private ModelGroups() {}

  /**
   * One model.
   *
   * @param name the shortest name it goes by
   * @param offers where it can be had, in the order of the cards; never empty
   */
  public record Group(String name, List<ModelCard> offers) {
    public Group {
      offers = List.copyOf(offers);
    }
  }

  /** The cards by model, in the order in which each model comes first. */
  public static List<Group> of(List<ModelCard> cards) {
    Map<String, List<ModelCard>> byName = new LinkedHashMap<>();
    for (ModelCard card : cards) {
      byName.computeIfAbsent(key(card), key -> new ArrayList<>()).add(card);
    }
    List<Group> groups = new ArrayList<>();
    byName.values().forEach(offers -> groups.add(new Group(shortest(offers), offers)));
    return groups;
  }

  /** Whether the card answers to all words, however it writes dots and dashes. */
  static boolean answers(ModelCard card, String words) {
    String known = plain(card.ref() + " " + card.displayName() + " " + listedName(card));
    for (String word : words.strip().split("\\s+", -1)) {
      if (!known.contains(plain(word))) {
        return false;
      }
    }
    return true;
  }

  /** An Azure deployment has a name of its own; the row it is billed by tells what it is. */
  private static String listedName(ModelCard card) {
    Price price = card.facts().price();
    return price == null ? card.ref().model() : price.model();
  }

  /** {@code Meta/Llama-4.1} and {@code llama-4-1} are the same. */
  static String key(ModelCard card) {
    String name = listedName(card);
    return plain(name.substring(name.lastIndexOf('/') + 1));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[._]", "-");
  }

  private static String shortest(List<ModelCard> offers) {
    String shortest = listedName(offers.getFirst());
    for (ModelCard offer : offers) {
      String name = listedName(offer);
      shortest = name.length() < shortest.length() ? name : shortest;
    }
    return shortest.substring(shortest.lastIndexOf('/') + 1);
  }
}
