package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models that can be chosen, of all providers, and a filter over them. FX thread. */
public final class ModelChooserViewModel {
  /** What a provider listed so far: models, or words in their place. */
  private record Shelf(List<ModelCard> models, String note) {}

  private final Providers providers;
  private final Work work;
  private final Texts texts;
  private final Map<String, Shelf> shelves = new HashMap<>();

  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<ChooserRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ChooserRow> shown = FXCollections.unmodifiableObservableList(rows);

  public ModelChooserViewModel(Providers providers, Work work, Texts texts) {
    this.providers = providers;
    this.work = work;
    this.texts = texts;
    filter.addListener((property, before, now) -> arrange());
  }

  // Properties

  public StringProperty filterProperty() {
    return filter;
  }

  public ObservableList<ChooserRow> rows() {
    return shown;
  }

  // Commands

  /** Clears the filter and asks every provider anew; what was listed before stays until then. */
  public void open() {
    filter.set("");
    List<String> ids = providers.all().stream().map(ProviderSettings::id).toList();
    shelves.keySet().retainAll(ids);
    for (String id : ids) {
      shelves.putIfAbsent(id, new Shelf(List.of(), texts.get("pane.models.loading")));
      work.run(
          () -> providers.models(id),
          models -> stock(id, models),
          failure -> put(id, new Shelf(List.of(), Sentences.of(failure, texts))));
    }
    arrange();
  }

  /** The model a line stands for, or empty for words. */
  public static Optional<ModelRef> choice(ChooserRow row) {
    return switch (row) {
      case ChooserRow.Listed listed -> Optional.of(listed.ref());
      case ChooserRow.Typed typed -> Optional.of(typed.ref());
      case ChooserRow.Heading heading -> Optional.empty();
      case ChooserRow.Note note -> Optional.empty();
    };
  }

  private void stock(String id, List<ModelCard> models) {
    put(id, new Shelf(models, models.isEmpty() ? texts.get("pane.models.none") : ""));
  }

  private void put(String id, Shelf shelf) {
    shelves.put(id, shelf);
    arrange();
  }

  private void arrange() {
    String wanted = filter.get().strip();
    List<ChooserRow> arranged = new ArrayList<>();
    for (ProviderSettings provider : providers.all()) {
      Shelf shelf = shelves.get(provider.id());
      if (shelf != null) {
        arranged.addAll(shelved(provider.id(), shelf, wanted));
      }
    }
    typed(wanted)
        .filter(typed -> !arranged.contains(listedAs(typed)))
        .ifPresent(ref -> arranged.addFirst(new ChooserRow.Typed(ref)));
    if (arranged.isEmpty()) {
      arranged.add(new ChooserRow.Note(texts.get("pane.models.noMatch")));
    }
    if (!arranged.equals(rows)) {
      rows.setAll(arranged);
    }
  }

  private ChooserRow listedAs(ModelRef ref) {
    Shelf shelf = shelves.getOrDefault(ref.provider(), new Shelf(List.of(), ""));
    return shelf.models.stream()
        .filter(card -> card.ref().equals(ref))
        .findFirst()
        .<ChooserRow>map(card -> new ChooserRow.Listed(ref, card.displayName()))
        .orElse(new ChooserRow.Typed(ref));
  }

  private static List<ChooserRow> shelved(String provider, Shelf shelf, String wanted) {
    List<ChooserRow> found = new ArrayList<>();
    String word = wanted.toLowerCase(Locale.ROOT);
    for (ModelCard card : shelf.models) {
      String name = card.ref() + " " + card.displayName();
      if (name.toLowerCase(Locale.ROOT).contains(word)) {
        found.add(new ChooserRow.Listed(card.ref(), card.displayName()));
      }
    }
    if (found.isEmpty() && !shelf.note.isEmpty() && wanted.isEmpty()) {
      found.add(new ChooserRow.Note(shelf.note));
    }
    if (!found.isEmpty()) {
      found.addFirst(new ChooserRow.Heading(provider));
    }
    return found;
  }

  private Optional<ModelRef> typed(String wanted) {
    try {
      ModelRef ref = ModelRef.parse(wanted);
      return providers.find(ref.provider()).map(known -> ref);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
