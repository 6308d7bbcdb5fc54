package dev.polylogue.catalog;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Price;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.Catalog;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.ModelFacts.Retirement;
import dev.polylogue.provider.PictureFacts;
import dev.polylogue.provider.Thinking;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue that comes with the program, with the user's own laid over it. Any thread. */
public final class ModelCatalog implements Catalog {
  private static final long DAYS_AHEAD = 30;

  private final CatalogFile file;
  private final Finder finder;
  private final InstantSource clock;

  private ModelCatalog(CatalogFile file, InstantSource clock) {
    this.file = file;
    this.finder = new Finder(file);
    this.clock = clock;
  }

  /**
   * Reads the program's catalogue, and {@code models.json} in the user's folder if there is one.
   * Blocks. What can't be read of the user's is left out and told in {@link #problems}.
   *
   * @param clock which of two prices holds today
   */
  public static ModelCatalog load(Path folder, InstantSource clock) {
    return new ModelCatalog(CatalogFile.load(folder.resolve("models.json")), clock);
  }

  @Override
  public ModelFacts facts(ProviderSettings provider, String model) {
    return finder
        .find(provider, model)
        .map(found -> facts(found, provider))
        .orElse(ModelFacts.UNKNOWN);
  }

  private ModelFacts facts(Finder.Found found, ProviderSettings provider) {
    Row.Traits traits = found.row().traits();
    Set<Capability> able = traits.capabilities();
    return new ModelFacts(
        able != null,
        able == null ? Set.of() : able(able, found, provider.protocol()),
        found.offer().limits(),
        thinking(traits.thinking(), found.rules(), provider.protocol()),
        price(found, provider).orElse(null),
        retired(found));
  }

  private static Set<Capability> able(
      Set<Capability> model, Finder.Found found, Protocol protocol) {
    Set<Capability> able = EnumSet.noneOf(Capability.class);
    able.addAll(model);
    able.addAll(found.rules().adds());
    able.removeAll(found.offer().lacks());
    able.removeAll(Dialect.lacks(protocol));
    if (!found.rules().search().protocols().contains(protocol)) {
      able.remove(Capability.SEARCH);
    }
    return able;
  }

  private static @Nullable Thinking thinking(
      @Nullable Thinking model, Host rules, Protocol protocol) {
    if (model == null) {
      return null;
    }
    String there = rules.style();
    String style = Dialect.style(there == null ? model.style() : there, protocol);
    return new Thinking(
        style, model.levels(), style.equals(model.style()) ? model.budgets() : List.of());
  }

  /**
   * A regional deployment on Azure costs more than the price list says, so its price is unknown.
   */
  private Optional<Price> price(Finder.Found found, ProviderSettings provider) {
    String deployment = provider.options().getOrDefault("deployment-type", "global");
    return deployment.equals("global")
        ? found.row().pricing().at(found.host(), now(), found.rules().search().price())
        : Optional.empty();
  }

  private @Nullable Retirement retired(Finder.Found found) {
    Retirement retirement = found.offer().retired();
    return retirement == null || daysUntil(retirement) > 0 ? null : retirement;
  }

  private long daysUntil(Retirement retirement) {
    return retirement.since().isEmpty()
        ? 0
        : LocalDate.parse(retirement.since()).toEpochDay() - now().toLocalDate().toEpochDay();
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(ZoneOffset.UTC);
  }

  @Override
  public List<ModelCard> models(ProviderSettings provider) {
    String host = finder.host(provider).orElse("");
    List<ModelCard> cards = new ArrayList<>();
    if (!host.isEmpty() && file.host(host).lists()) {
      for (Row row : file.rows()) {
        if (row.naming().at().containsKey(host) && row.traits().chat()) {
          cards.add(card(provider, row));
        }
      }
    }
    return cards.stream().filter(card -> card.facts().retirement() == null).toList();
  }

  @Override
  public Optional<PictureFacts> pictures(ProviderSettings provider, String model) {
    return finder
        .find(provider, model)
        .flatMap(
            found ->
                Optional.ofNullable(found.row().traits().pictures())
                    .map(facts -> isPriced(found, provider) ? facts : facts.unpriced()));
  }

  /** A price holds where its model is listed, and on Azure for what is deployed globally. */
  private static boolean isPriced(Finder.Found found, ProviderSettings provider) {
    return found.row().naming().at().containsKey(found.host())
        && provider.options().getOrDefault("deployment-type", "global").equals("global");
  }

  /** Not for Azure, where a model has the name of its deployment. */
  @Override
  public List<ModelCard> drawing(ProviderSettings provider) {
    String host = finder.host(provider).orElse("");
    if (host.isEmpty() || Finder.namesAreFree(host) || !file.host(host).lists()) {
      return List.of();
    }
    return file.rows().stream()
        .filter(row -> row.naming().at().containsKey(host) && !row.traits().chat())
        .map(row -> card(provider, row))
        .filter(card -> card.facts().known() && card.facts().retirement() == null)
        .toList();
  }

  private ModelCard card(ProviderSettings provider, Row row) {
    return new ModelCard(
        new ModelRef(provider.id(), row.id()),
        row.name(),
        facts(provider, row.id()),
        pictures(provider, row.id()).orElse(null));
  }

  @Override
  public String identity(ProviderSettings provider, String model) {
    return finder
        .find(provider, model)
        .map(found -> found.row().id())
        .orElseGet(() -> Catalog.super.identity(provider, model));
  }

  @Override
  public Optional<Retirement> ending(ProviderSettings provider, String model) {
    return finder
        .find(provider, model)
        .map(found -> found.offer().retired())
        .filter(end -> daysUntil(end) > 0 && daysUntil(end) <= DAYS_AHEAD);
  }

  @Override
  public Optional<Retirement> explain(ProviderSettings provider, String model, Failure failure) {
    boolean missing = failure.kind() == FailureKind.NOT_FOUND;
    Optional<Retirement> ofModel =
        missing ? finder.find(provider, model).map(this::retired) : Optional.empty();
    return ofModel.or(
        () ->
            file.ended().stream()
                .filter(ended -> ended.explains(provider, failure))
                .map(Ended::retirement)
                .findFirst());
  }

  @Override
  public List<String> problems() {
    return file.problems();
  }
}
