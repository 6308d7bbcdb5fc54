package dev.polylogue.ui.settings;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.Providers;
import dev.polylogue.settings.Preset;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form with which a provider is added. FX thread. */
public final class AddProviderViewModel {
  /** What is typed, apart from the key. */
  public enum Field {
    NAME,
    ADDRESS,
    /** Of Azure only. */
    DEPLOYMENT,
    OPTIONS
  }

  /**
   * A provider that was added.
   *
   * @param finding what its test found, or empty when it was not tested
   * @param remark what the user should know although it worked, or empty
   */
  public record Added(String provider, String finding, String remark) {}

  private final Setup setup;
  private final Providers providers;
  private final Work work;
  private final Texts texts;
  private final Consumer<Added> added;
  private final KeyEntryViewModel key;
  private final RoutesViewModel routes;
  private final FormFields fields = new FormFields(this::wrong, this::edited);

  private final ObjectProperty<PresetChoice> choice =
      new SimpleObjectProperty<>(PresetChoice.BY_HAND);
  private final ObjectProperty<@Nullable Preset> preset = new SimpleObjectProperty<>();
  private final ObjectProperty<Protocol> protocol =
      new SimpleObjectProperty<>(Protocol.OPENAI_CHAT);
  private final ReadOnlyBooleanWrapper azure = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final BooleanProperty open = new SimpleBooleanProperty();

  /** The options that the form itself put there last. */
  private String filled = "";

  /** Counts the times the form was closed, so that what comes late does not touch the next one. */
  private int sitting;

  /**
   * @param work each piece on its own, since a test or a keychain may take long
   * @param added called after a provider was stored
   */
  public AddProviderViewModel(
      Setup setup, Providers providers, Work work, Texts texts, Consumer<Added> added) {
    this.setup = setup;
    this.providers = providers;
    this.work = work;
    this.texts = texts;
    this.added = added;
    key = new KeyEntryViewModel(providers.keys(), work, texts);
    routes = new RoutesViewModel(setup.doctor(), work, texts, route -> true);
    preset.addListener((property, before, now) -> fill(before, now));
    protocol.addListener((property, before, now) -> fillOptions());
    choice.addListener((property, before, now) -> chosen(now));
    key.keyProperty().subscribe(typed -> routes.stop());
    key.kindProperty().subscribe(kind -> routes.stop());
    routes
        .busyProperty()
        .subscribe(busy -> progress.set(busy ? texts.get("settings.routes.trying") : ""));
    open.subscribe(shown -> opened(shown));
  }

  // Properties

  /** What can be chosen from, with those services that are gone at the end. */
  public List<PresetChoice> choices() {
    return PresetChoice.all(setup);
  }

  public List<Preset> presets() {
    return setup.presets();
  }

  public ObjectProperty<PresetChoice> choiceProperty() {
    return choice;
  }

  /** The preset that the form was filled from, or null for a provider set up by hand. */
  public ObjectProperty<@Nullable Preset> presetProperty() {
    return preset;
  }

  public ObjectProperty<Protocol> protocolProperty() {
    return protocol;
  }

  /** Whether the address is one of the portal's, which {@link #routes} takes apart. */
  public ReadOnlyBooleanProperty azureProperty() {
    return azure.getReadOnlyProperty();
  }

  public RoutesViewModel routes() {
    return routes;
  }

  public StringProperty textProperty(Field field) {
    return fields.textProperty(field);
  }

  /** What is wrong with the field, or empty. */
  public ReadOnlyStringProperty errorProperty(Field field) {
    return fields.errorProperty(field);
  }

  public KeyEntryViewModel key() {
    return key;
  }

  /** Why the test failed or the whole of it could not be stored, or empty. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is being waited for, or empty. */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether the form is on screen. */
  public BooleanProperty openProperty() {
    return open;
  }

  // Commands

  /**
   * Checks the form, asks the provider for its models, and stores it if that works. On Azure it
   * tries the routes instead and stores the first that works.
   */
  public void testAndAdd() {
    checked().ifPresent(azure.get() ? this::tryRoutes : place -> tryOut(wanted(place)));
  }

  /** Checks the form and stores the provider when all is well, else says what is not. */
  public void add() {
    checked().ifPresent(place -> store(() -> azure.get() ? likeliest(place) : wanted(place), ""));
  }

  private Optional<KeyPlace> checked() {
    if (!progress.get().isEmpty() || choice.get().retired() != null) {
      return Optional.empty();
    }
    problem.set("");
    Preset chosen = preset.get();
    boolean right = fields.check();
    Optional<KeyPlace> place = key.check(chosen != null && chosen.keyVariable() != null);
    return right ? place : Optional.empty();
  }

  private ProviderSettings wanted(KeyPlace place) {
    return input().settings(preset.get(), place, ProviderInput.options(fields.text(Field.OPTIONS)));
  }

  private void tryOut(ProviderSettings wanted) {
    String typed = key.typed();
    int now = sitting;
    progress.set(texts.get("settings.testing"));
    work.run(
        () -> providers.keys().tryOut(wanted, typed),
        models -> {
          if (now == sitting) {
            store(() -> wanted, texts.get("settings.works", models));
          }
        },
        failure -> failed(now, failure));
  }

  private AzureDraft draft(KeyPlace place) {
    return new AzureDraft(
        setup.presets(),
        Objects.requireNonNull(preset.get()),
        fields.text(Field.NAME),
        place,
        ProviderInput.options(fields.text(Field.OPTIONS)));
  }

  private void tryRoutes(KeyPlace place) {
    if (routes.deployment().isEmpty()) {
      fields.say(Field.DEPLOYMENT, texts.get("settings.error.deployment"));
      return;
    }
    AzureDraft draft = draft(place);
    try {
      KeySource source =
          providers.keys().source(draft.on(routes.likeliest().orElseThrow()), key.typed());
      routes.attempt(
          new RoutesViewModel.Trial(
              draft::on,
              source,
              finding ->
                  store(
                      () -> kept(finding, place),
                      texts.get("settings.routes.works", finding.route().style()))));
    } catch (IllegalArgumentException e) {
      problem.set(Sentences.of(e, texts));
    }
  }

  private ProviderSettings likeliest(KeyPlace place) {
    Route route = routes.likeliest().orElseThrow();
    return kept(new AzureDoctor.Finding(route, draft(place).on(route), null, null), place);
  }

  /** Without the name of a deployment, only the address of the route is kept. */
  private ProviderSettings kept(AzureDoctor.Finding finding, KeyPlace place) {
    return routes
        .deployment()
        .map(name -> setup.doctor().pinned(finding, name).with(place))
        .orElse(finding.provider());
  }

  private void store(Callable<ProviderSettings> wanted, String finding) {
    String typed = key.typed();
    int now = sitting;
    ProviderSettings made;
    try {
      made = wanted.call();
    } catch (Exception e) {
      failed(now, e);
      return;
    }
    progress.set(texts.get("settings.storing"));
    work.run(
        () -> stored(made, typed),
        remark -> {
          if (now == sitting) {
            close();
          }
          added.accept(new Added(made.id(), finding, remark));
        },
        failure -> failed(now, failure));
  }

  private String stored(ProviderSettings wanted, String typed) throws Exception {
    if (wanted.key().isWritten()) {
      return providers.keys().add(wanted, typed).orElse("");
    }
    providers.add(wanted);
    return "";
  }

  private void failed(int when, Exception failure) {
    if (when == sitting) {
      progress.set("");
      problem.set(Sentences.of(failure, texts));
    }
  }

  private void opened(boolean shown) {
    if (shown) {
      key.open(KeyPlace.NONE);
    }
  }

  private void chosen(PresetChoice now) {
    preset.set(now.preset());
    problem.set("");
  }

  /** What was typed stays, unless it came from the preset before. */
  private void fill(@Nullable Preset before, @Nullable Preset now) {
    if (!Objects.equals(choice.get().preset(), now)) {
      choice.set(PresetChoice.of(now));
    }
    azure.set(now != null && AzureDraft.isAzure(now.options()));
    refill(Field.NAME, before == null ? "" : before.id(), now == null ? "" : now.id());
    refill(Field.ADDRESS, address(before), address(now));
    if (now != null) {
      protocol.set(now.protocol());
    }
    fillOptions();
    fields.forgive();
    String variable = key.variableProperty().get();
    if (variable.isEmpty() || (before != null && variable.equals(before.keyVariable()))) {
      key.variableProperty().set(now == null ? "" : Objects.toString(now.keyVariable(), ""));
    }
    look();
  }

  private static String address(@Nullable Preset preset) {
    return preset == null ? "" : Objects.toString(preset.baseUrl(), "");
  }

  /** The options of the preset in the protocol that is chosen. */
  private void fillOptions() {
    Preset now = preset.get();
    String given = now == null ? "" : ProviderInput.lines(now.in(protocol.get()).options());
    refill(Field.OPTIONS, filled, given);
    filled = given;
  }

  private void refill(Field field, String before, String now) {
    String text = fields.text(field);
    if (text.isEmpty() || text.equals(before)) {
      fields.textProperty(field).set(now);
    }
  }

  /** Empties the form and closes it; what is being waited for is given up. */
  public void cancel() {
    if (!progress.get().isEmpty()) {
      key.stopWaiting();
    }
    close();
  }

  private void close() {
    sitting++;
    routes.stop();
    choice.set(PresetChoice.BY_HAND);
    preset.set(null);
    fields.clear();
    key.clear();
    problem.set("");
    progress.set("");
    open.set(false);
  }

  private void edited() {
    problem.set("");
    look();
  }

  /** Takes apart what was pasted; that contacts nobody. */
  private void look() {
    if (azure.get()) {
      fields.say(Field.DEPLOYMENT, "");
      routes.look(fields.text(Field.ADDRESS), fields.text(Field.DEPLOYMENT));
    } else {
      routes.look("", "");
    }
  }

  private String wrong(Field field) {
    return switch (field) {
      case NAME -> input().problemWithName(texts).orElse("");
      case ADDRESS -> azure.get() ? wrongOnAzure() : input().problemWithAddress(texts).orElse("");
      case DEPLOYMENT -> "";
      case OPTIONS ->
          ProviderInput.problemWithOptions(fields.text(Field.OPTIONS), texts).orElse("");
    };
  }

  private String wrongOnAzure() {
    return routes.lines().isEmpty() && routes.problemProperty().get().isEmpty()
        ? texts.get("settings.error.portal")
        : routes.problemProperty().get();
  }

  private ProviderInput input() {
    return new ProviderInput(protocol.get(), fields.text(Field.NAME), fields.text(Field.ADDRESS));
  }
}
