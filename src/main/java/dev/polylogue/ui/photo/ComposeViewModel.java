package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.history.EditStore.Wishes;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The instruction being written, and who is to carry it out how. FX thread. */
public final class ComposeViewModel {
  /** Sizes that most models know; empty is as near to the source as the model can. */
  public static final List<String> SIZES =
      List.of("", "1024x1024", "1536x1024", "1024x1536", "16:9", "4:3", "3:4", "auto");

  /** Words that most models know; empty leaves it to the model. */
  public static final List<String> QUALITIES = List.of("", "low", "medium", "high");

  public static final int MOST_PICTURES = 4;

  private static final String DOLLARS = "USD";

  /**
   * What pictures may cost.
   *
   * @param cards what is known of a model without asking anybody
   * @param expected in USD, of all pictures that a model is asked for; empty when it is not known
   * @param sandbox the provider whose models run on this computer
   */
  public record Prices(
      Function<ModelRef, ModelCard> cards,
      BiFunction<ModelCard, PictureOptions, Optional<BigDecimal>> expected,
      String sandbox) {
    private Optional<BigDecimal> of(ModelRef model, PictureOptions options) {
      return model.provider().equals(sandbox)
          ? Optional.of(BigDecimal.ZERO)
          : expected.apply(cards.apply(model), options);
    }
  }

  private final Prices prices;
  private final Texts texts;
  private final Map<ModelRef, Cost> last = new HashMap<>();

  private final StringProperty instruction = new SimpleStringProperty("");
  private final ObservableList<ModelRef> models = FXCollections.observableArrayList();
  private final StringProperty size = new SimpleStringProperty("");
  private final StringProperty quality = new SimpleStringProperty("");
  private final IntegerProperty count = new SimpleIntegerProperty(1);
  private final BooleanProperty keep = new SimpleBooleanProperty();
  private final BooleanProperty masked = new SimpleBooleanProperty();
  private final IntegerProperty known = new SimpleIntegerProperty();
  private final BooleanBinding ready;
  private final StringBinding status;

  public ComposeViewModel(Prices prices, Texts texts) {
    this.prices = prices;
    this.texts = texts;
    ready = Bindings.createBooleanBinding(() -> !instruction.get().isBlank(), instruction);
    status = Bindings.createStringBinding(this::said, models, size, quality, count, known);
  }

  private String said() {
    if (models.isEmpty()) {
      return texts.get("photo.models.choose");
    }
    String asked = texts.get("photo.models.count", models.size());
    BigDecimal sum = BigDecimal.ZERO;
    int unknown = 0;
    for (ModelRef model : models) {
      Optional<BigDecimal> price = prices.of(model, options()).or(() -> asBefore(model));
      sum = sum.add(price.orElse(BigDecimal.ZERO));
      unknown += price.isEmpty() ? 1 : 0;
    }
    if (unknown == models.size()) {
      return asked + " \u00B7 " + texts.get("photo.price.unknown");
    }
    String price =
        sum.signum() == 0
            ? texts.get("photo.price.free")
            : texts.get("photo.price", Amounts.money(sum, DOLLARS));
    String all = asked + " \u00B7 " + price;
    return unknown == 0 ? all : all + ", " + texts.get("photo.price.unknownSome", unknown);
  }

  /** What the model asked for its last picture, where it bills in the same money. */
  private Optional<BigDecimal> asBefore(ModelRef model) {
    Cost cost = last.get(model);
    return cost == null || !cost.currency().equals(DOLLARS)
        ? Optional.empty()
        : Optional.of(cost.amount().multiply(BigDecimal.valueOf(count.get())));
  }

  // Properties

  /** Sent as it is. */
  public StringProperty instructionProperty() {
    return instruction;
  }

  /** Those that are asked, each once. */
  public ObservableList<ModelRef> models() {
    return models;
  }

  /** One of {@link #SIZES}, or another that the user wrote. */
  public StringProperty sizeProperty() {
    return size;
  }

  public StringProperty qualityProperty() {
    return quality;
  }

  /** How many pictures each model makes. */
  public IntegerProperty countProperty() {
    return count;
  }

  /** Whether the source is put back outside the mask. */
  public BooleanProperty keepProperty() {
    return keep;
  }

  /** Whether a mask goes along. */
  public BooleanProperty maskedProperty() {
    return masked;
  }

  /** How many models, and what they may cost; where nobody knows, that is said. */
  public StringBinding statusProperty() {
    return status;
  }

  /** Whether there are words. */
  public BooleanBinding writtenProperty() {
    return ready;
  }

  /** Why a model does nothing with a mask, or null when it takes it or nobody knows. */
  public @Nullable String maskRefusal(ModelRef model) {
    return prices.cards().apply(model).facts().may(Capability.MASK)
        ? null
        : texts.get("photo.mask.refused", model.model());
  }

  public PictureOptions options() {
    return new PictureOptions(orNull(size.get()), orNull(quality.get()), count.get(), null, null);
  }

  /** How the next edit is wanted, but for the words. */
  Wishes wishes() {
    return new Wishes(List.copyOf(models), options(), keep.get());
  }

  /** Says when {@link #wishes} may have changed. */
  List<Observable> changes() {
    return List.of(models, size, quality, count, keep);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  // Commands

  /** Takes up what was wanted before. */
  void wish(Wishes wanted) {
    if (!wanted.models().isEmpty()) {
      models.setAll(wanted.models());
    }
    size.set(Objects.requireNonNullElse(wanted.options().size(), ""));
    quality.set(Objects.requireNonNullElse(wanted.options().quality(), ""));
    count.set(Math.min(wanted.options().n(), MOST_PICTURES));
    keep.set(wanted.keep());
  }

  /** Asks a model too, or no more. */
  public void toggle(ModelRef model) {
    if (!models.remove(model)) {
      models.add(model);
    }
  }

  /** Remembers what a model asked for its last picture: the best there is to expect the next by. */
  void paid(ModelRef model, Cost cost, int pictures) {
    BigDecimal each =
        cost.amount()
            .divide(BigDecimal.valueOf(Math.max(1, pictures)), java.math.MathContext.DECIMAL64);
    last.put(model, new Cost(each, cost.currency(), cost.source(), cost.price()));
    known.set(known.get() + 1);
  }
}
