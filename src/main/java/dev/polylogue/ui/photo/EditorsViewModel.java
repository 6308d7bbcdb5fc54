package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.fx.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models that edit pictures, of all providers, and a filter over them. FX thread. */
public final class EditorsViewModel {
  private static final Pattern OF_PICTURES =
      Pattern.compile("(?i)image|flux|kontext|diffusion|banana");

  private final Providers providers;
  private final Work work;
  private final Map<String, Shelf> shelves = new TreeMap<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<ModelCard> shown = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  private int awaited;

  /**
   * What a provider said last.
   *
   * @param unknown models that nobody here knows, of which some may be among the editors too
   * @param complaint why it did not list its models; empty when it did
   */
  private record Shelf(List<ModelCard> editors, List<ModelCard> unknown, String complaint) {
    static final Shelf EMPTY = new Shelf(List.of(), List.of(), "");

    Shelf refused(String why) {
      return new Shelf(editors, unknown, why);
    }
  }

  public EditorsViewModel(Providers providers, Work work) {
    this.providers = providers;
    this.work = work;
    filter.addListener((property, before, now) -> arrange());
  }

  // Properties

  public StringProperty filterProperty() {
    return filter;
  }

  /**
   * Those that answer to the filter, and what was typed where it names a model. Models that nobody
   * knows are tried by who looks for them: the provider has the last word.
   */
  public ObservableList<ModelCard> shown() {
    return shown;
  }

  /** Whether a provider has not answered yet. */
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** Why providers did not list their models, in their own words, a line each after its name. */
  public ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  /** All that are known of the providers there are now. */
  public List<ModelRef> known() {
    return providers.all().stream()
        .flatMap(provider -> shelf(provider.id()).editors.stream())
        .map(ModelCard::ref)
        .toList();
  }

  // Commands

  /** Clears the filter and asks every provider anew; what was listed before stays until then. */
  public void open() {
    filter.set("");
    refresh(() -> {});
  }

  /**
   * Asks every provider there is now; what was listed before stays until it answers.
   *
   * @param answered called after each answer
   */
  public void refresh(Runnable answered) {
    List<String> ids = providers.all().stream().map(ProviderSettings::id).toList();
    shelves.keySet().retainAll(ids);
    for (String id : ids) {
      ask(id, models -> answered.run());
    }
    arrange();
  }

  /** The models of one provider that edit pictures, the same way. */
  public void ask(String provider, Consumer<List<ModelCard>> answered) {
    awaited++;
    asking.set(true);
    work.run(
        () -> providers.listing(provider),
        listing -> {
          List<ModelCard> cards = listing.models().stream().map(this::known).toList();
          List<ModelCard> editors = cards.stream().filter(EditorsViewModel::edits).toList();
          List<ModelCard> unknown = cards.stream().filter(card -> !card.facts().known()).toList();
          Failure missing = listing.complaint();
          put(provider, new Shelf(editors, unknown, missing == null ? "" : words(missing)));
          answered.accept(editors);
        },
        failure -> {
          put(provider, shelf(provider).refused(String.valueOf(failure.getMessage())));
          answered.accept(List.of());
        });
  }

  private Shelf shelf(String provider) {
    return shelves.getOrDefault(provider, Shelf.EMPTY);
  }

  /** That there is no list is nobody's fault. */
  private static String words(Failure missing) {
    return missing.kind() == FailureKind.NOT_FOUND ? "" : missing.message();
  }

  private ModelCard known(ModelCard card) {
    return card.facts().known() ? card : card.with(providers.card(card.ref()).facts());
  }

  /** Of a model that nobody here knows, as at an address of the user's own, its name says it. */
  private static boolean edits(ModelCard card) {
    return card.facts().known()
        ? card.facts().can(Capability.EDITS)
        : OF_PICTURES.matcher(card.ref().model()).find();
  }

  private void put(String provider, Shelf shelf) {
    awaited--;
    asking.set(awaited > 0);
    shelves.put(provider, shelf);
    complaint.set(
        shelves.entrySet().stream()
            .filter(entry -> !entry.getValue().complaint.isEmpty())
            .map(entry -> entry.getKey() + ": " + entry.getValue().complaint)
            .collect(Collectors.joining("\n")));
    arrange();
  }

  private void arrange() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    List<ModelCard> found = new ArrayList<>();
    for (ProviderSettings provider : providers.all()) {
      for (ModelCard card : shelf(provider.id()).editors) {
        if (answers(card, wanted)) {
          found.add(card);
        }
      }
    }
    if (!wanted.isEmpty()) {
      shelves.values().stream()
          .flatMap(shelf -> shelf.unknown.stream())
          .filter(card -> answers(card, wanted) && !found.contains(card))
          .forEach(found::add);
    }
    typed()
        .filter(ref -> found.stream().noneMatch(card -> card.ref().equals(ref)))
        .ifPresent(ref -> found.addFirst(providers.card(ref)));
    shown.setAll(found);
  }

  private static boolean answers(ModelCard card, String wanted) {
    return (card.ref() + " " + card.displayName()).toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** What is not listed is tried all the same: the provider has the last word. */
  private Optional<ModelRef> typed() {
    try {
      ModelRef ref = ModelRef.parse(filter.get());
      return providers.find(ref.provider()).map(known -> ref);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
