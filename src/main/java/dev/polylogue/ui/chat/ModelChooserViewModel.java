package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ExtraFields;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.session.Listing;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models that can be chosen, of all providers, and a filter over them. FX thread. */
public final class ModelChooserViewModel {
  /**
   * What a provider listed so far: models, or words in their place.
   *
   * @param failed whether the words say what went wrong, so that a search says them too
   */
  private record Shelf(List<ModelCard> models, String note, boolean failed) {
    static Shelf of(String note) {
      return new Shelf(List.of(), note, false);
    }
  }

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

  /** What is known of a model without asking anybody. */
  public ModelCard card(ModelRef ref) {
    return providers.card(ref);
  }

  /** What is known of the settings that a model takes. */
  public SettingAdvice advice(ModelRef ref) {
    return SettingAdvice.of(providers, ref, texts);
  }

  /** Reads extra JSON, see {@link Providers#readExtra}. */
  public ExtraFields extraFields() {
    return providers::readExtra;
  }

  // Commands

  /** Clears the filter and asks every provider anew; what was listed before stays until then. */
  public void open() {
    filter.set("");
    List<String> ids = providers.all().stream().map(ProviderSettings::id).toList();
    shelves.keySet().retainAll(ids);
    for (String id : ids) {
      shelves.putIfAbsent(id, Shelf.of(texts.get("pane.models.loading")));
      work.run(
          () -> providers.listing(id),
          listing -> stock(id, listing),
          failure -> put(id, new Shelf(List.of(), Sentences.of(failure, texts), true)));
    }
    arrange();
  }

  /** The model a line stands for, or empty for words. */
  public static Optional<ModelRef> choice(ChooserRow row) {
    return switch (row) {
      case ChooserRow.Listed listed -> Optional.of(listed.card().ref());
      case ChooserRow.Typed typed -> Optional.of(typed.ref());
      case ChooserRow.Heading heading -> Optional.empty();
      case ChooserRow.Note note -> Optional.empty();
    };
  }

  private void stock(String id, Listing listing) {
    Failure complaint = listing.complaint();
    List<ModelCard> models =
        listing.models().stream().filter(card -> !card.isNoChat()).map(this::known).toList();
    if (complaint == null) {
      put(id, new Shelf(models, models.isEmpty() ? texts.get("pane.models.none") : "", false));
    } else if (complaint.kind() == FailureKind.NOT_FOUND) {
      put(id, new Shelf(models, texts.get("pane.models.known"), false));
    } else {
      put(id, new Shelf(models, texts.get("pane.models.standIn", complaint.message()), true));
    }
  }

  /** What the provider says of a model, or else what is known of it here. */
  private ModelCard known(ModelCard card) {
    return card.facts().known() ? card : card.with(providers.card(card.ref()).facts());
  }

  private void put(String id, Shelf shelf) {
    shelves.put(id, shelf);
    arrange();
  }

  private void arrange() {
    String wanted = filter.get().strip();
    List<ChooserRow> arranged = wanted.isEmpty() ? byProvider() : byModel(wanted);
    typed(wanted)
        .filter(typed -> !isListed(typed))
        .ifPresent(ref -> arranged.addFirst(new ChooserRow.Typed(ref)));
    boolean any = arranged.stream().anyMatch(row -> choice(row).isPresent());
    if (!any && !wanted.isEmpty()) {
      arranged.addFirst(new ChooserRow.Note(nothing(wanted)));
    }
    if (!arranged.equals(rows)) {
      rows.setAll(arranged);
    }
  }

  /** That nothing goes by the words, and what to do. */
  private String nothing(String wanted) {
    int slash = wanted.indexOf('/');
    String provider = slash < 0 ? "" : wanted.substring(0, slash).strip();
    if (provider.isEmpty() || providers.find(provider).isPresent()) {
      return texts.get("pane.models.noMatch", wanted);
    }
    List<String> known = providers.all().stream().map(ProviderSettings::id).toList();
    return texts.get("pane.models.noProvider", provider, String.join(", ", known));
  }

  private boolean isListed(ModelRef ref) {
    return shelves.getOrDefault(ref.provider(), Shelf.of("")).models.stream()
        .anyMatch(card -> card.ref().equals(ref));
  }

  /** Everything there is, to be looked through. */
  private List<ChooserRow> byProvider() {
    List<ChooserRow> arranged = new ArrayList<>();
    eachShelf(
        (provider, shelf) -> {
          arranged.add(new ChooserRow.Heading(provider, true));
          if (!shelf.note.isEmpty()) {
            arranged.add(new ChooserRow.Note(shelf.note));
          }
          for (ModelCard card : shelf.models) {
            arranged.add(new ChooserRow.Listed(card, ChooserRow.Under.PROVIDER));
          }
        });
    return arranged;
  }

  /** What answers to the words: a model at several providers stands together. */
  private List<ChooserRow> byModel(String wanted) {
    List<ModelCard> found = new ArrayList<>();
    eachShelf(
        (provider, shelf) ->
            shelf.models.stream()
                .filter(card -> ModelGroups.answers(card, wanted))
                .forEach(found::add));
    List<ChooserRow> arranged = new ArrayList<>();
    List<ModelGroups.Group> groups = ModelGroups.of(found);
    for (ModelGroups.Group group : groups) {
      if (group.offers().size() > 1) {
        arranged.add(new ChooserRow.Heading(group.name(), false));
        group.offers().forEach(card -> arranged.add(listed(card, ChooserRow.Under.MODEL)));
      }
    }
    for (ModelGroups.Group group : groups) {
      if (group.offers().size() == 1) {
        arranged.add(listed(group.offers().getFirst(), ChooserRow.Under.NOTHING));
      }
    }
    arranged.addAll(failures());
    return arranged;
  }

  private static ChooserRow listed(ModelCard card, ChooserRow.Under under) {
    return new ChooserRow.Listed(card, under);
  }

  /** A provider that could not be asked may have the model all the same. */
  private List<ChooserRow> failures() {
    List<ChooserRow> failures = new ArrayList<>();
    eachShelf(
        (provider, shelf) -> {
          if (shelf.failed) {
            failures.add(new ChooserRow.Heading(provider, true));
            failures.add(new ChooserRow.Note(shelf.note));
          }
        });
    return failures;
  }

  private void eachShelf(BiConsumer<String, Shelf> look) {
    for (ProviderSettings provider : providers.all()) {
      Shelf shelf = shelves.get(provider.id());
      if (shelf != null) {
        look.accept(provider.id(), shelf);
      }
    }
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
