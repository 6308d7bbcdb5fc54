package dev.polylogue.session;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.Catalog;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ExtraFields;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.secret.KeyShapes;
import dev.polylogue.secret.Keys;
import dev.polylogue.secret.SecretException;
import dev.polylogue.settings.SettingsException;
import dev.polylogue.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Where models run: the sandbox, and whatever the user added. */
public final class Providers {
  private final ProviderSettings sandbox;
  private final SettingsStore settings;
  private final ProviderFactory factory;
  private final Catalog catalog;
  private final Shelves shelves;
  private final Keys keys;
  private final Map<ProviderSettings, Provider> built = new ConcurrentHashMap<>();
  private final Map<ProviderSettings, PictureProvider> drawing = new ConcurrentHashMap<>();

  public Providers(
      ProviderSettings sandbox,
      SettingsStore settings,
      ProviderFactory factory,
      Catalog catalog,
      Keys keys) {
    this.sandbox = sandbox;
    this.settings = settings;
    this.factory = factory;
    this.catalog = catalog;
    this.shelves = new Shelves(catalog);
    this.keys = keys;
  }

  /** The sandbox first, then the others in the order in which they were added. */
  public List<ProviderSettings> all() {
    List<ProviderSettings> all = new ArrayList<>();
    all.add(sandbox);
    all.addAll(settings.current().providers());
    return all;
  }

  /** Whether that is the one inside the program, which passes nothing on. */
  public boolean isSandbox(String id) {
    return sandbox.id().equals(id);
  }

  /**
   * Looks whether another program has changed how this one is set up. Blocks.
   *
   * @return whether it has
   */
  public boolean look() throws SettingsException {
    return settings.reread();
  }

  public Optional<ProviderSettings> find(String id) {
    return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  /**
   * Adds a provider, or replaces the one of the same name.
   *
   * @throws IllegalArgumentException with a sentence for the user when it can't be used
   */
  public void add(ProviderSettings added) throws SettingsException {
    check(added);
    settings.update(current -> current.with(added));
  }

  /**
   * @throws IllegalArgumentException with a sentence for the user when it can't be used
   */
  void check(ProviderSettings added) {
    if (added.id().equals(sandbox.id())) {
      throw new IllegalArgumentException(
          "\"%s\" is the built-in sandbox; choose another name.".formatted(added.id()));
    }
    for (String header : added.headers().keySet()) {
      if (ProviderSettings.isKey(header)) {
        throw new IllegalArgumentException(
            "The header %s carries a key, and headers are stored as they are. Give it as the key of %s; the option key-header=%s names the header it goes into."
                .formatted(header, added.id(), header));
      }
    }
    try {
      factory.create(added, KeySource.NONE);
    } catch (ProviderException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Forgets a provider and its key. The sandbox stays.
   *
   * @return false when there is no such provider
   * @throws SecretException when the provider is removed but its key could not be
   */
  public boolean remove(String id) throws SettingsException, SecretException {
    Optional<ProviderSettings> found = find(id).filter(provider -> !provider.equals(sandbox));
    if (found.isEmpty()) {
      return false;
    }
    settings.update(current -> current.without(id));
    try {
      keys.delete(found.get());
    } catch (SecretException e) {
      throw new SecretException(
          e.reason(), "%s is removed, but its key could not be. %s".formatted(id, e.getMessage()));
    }
    return true;
  }

  /** The keys of the providers. */
  public ProviderKeys keys() {
    return new ProviderKeys(this, settings, keys);
  }

  /** Where pictures may go. */
  public PictureHosts pictureHosts() {
    return new PictureHosts(this, settings);
  }

  /** Where the key of a provider is found, whether or not it has been added. */
  public KeySource keyOf(ProviderSettings provider) {
    return keys.sourceFor(provider);
  }

  /**
   * The settings of the provider of that name.
   *
   * @throws ProviderException of kind {@code not_found} when nothing goes by that name
   */
  public ProviderSettings settings(String id) throws ProviderException {
    return find(id)
        .orElseThrow(
            () ->
                ProviderException.failed(
                    FailureKind.NOT_FOUND,
                    "There is no provider \"%s\". Known: %s. Add one with: polylogue providers add %s …"
                        .formatted(id, names(), id)));
  }

  /**
   * Sees to it that the provider of each model is there.
   *
   * @throws IllegalArgumentException with a sentence for the user when one is not
   */
  public void checkKnown(List<ModelRef> models) {
    for (ModelRef model : models) {
      try {
        settings(model.provider());
      } catch (ProviderException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
  }

  /**
   * The provider of that name.
   *
   * @throws ProviderException of kind {@code not_found} when nothing goes by that name
   */
  public Provider provider(String id) throws ProviderException {
    ProviderSettings found = settings(id);
    Provider known = built.get(found);
    if (known == null) {
      known = factory.create(found, keys.sourceFor(found));
      built.put(found, known);
    }
    return known;
  }

  /** Asks for the models of a provider that is not added yet. Blocks on the network. */
  int tryOut(ProviderSettings wanted, KeySource key) throws ProviderException {
    check(wanted);
    return factory.create(wanted, key).models().size();
  }

  /**
   * Reads the extra JSON of a pane, which is stored as it is, so that no key may stand in it. Pure
   * and quick: it is short.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public ExtraFields.Reading readExtra(String json) {
    Optional<String> key = KeyShapes.find(json);
    if (key.isPresent()) {
      throw new IllegalArgumentException(
          "The extra JSON holds what looks like a key (%s). It would be stored as it is; give it as the key of the provider."
              .formatted(key.get()));
    }
    return factory.extraFields().read(json);
  }

  /** What is known of a model without asking anybody. Never blocks. */
  public ModelCard card(ModelRef ref) {
    return find(ref.provider())
        .map(provider -> shelves.card(provider, ref.model()))
        .orElseGet(() -> ModelCard.named(ref));
  }

  /**
   * Opens a stream that explains a retirement. Returns at once.
   *
   * @throws ProviderException when there is no such provider
   */
  public ChatStream chat(ChatRequest request) throws ProviderException {
    ModelRef ref = request.card().ref();
    return explained(ref, provider(ref.provider()).chat(request));
  }

  /**
   * Opens a stream that makes pictures and explains a retirement. Returns at once.
   *
   * @throws ProviderException when there is no such provider, or it makes no pictures
   */
  public ChatStream edit(PictureRequest request) throws ProviderException {
    ModelRef ref = request.card().ref();
    return explained(ref, pictures(ref.provider()).edit(request));
  }

  private PictureProvider pictures(String id) throws ProviderException {
    ProviderSettings found = settings(id);
    PictureProvider known = drawing.get(found);
    if (known == null) {
      known = factory.pictures(found, keys.sourceFor(found));
      drawing.put(found, known);
    }
    return known;
  }

  private ChatStream explained(ModelRef ref, ChatStream stream) {
    return find(ref.provider())
        .<ChatStream>map(
            at ->
                new ExplainedStream(
                    stream,
                    catalog.ending(at, ref.model()).orElse(null),
                    failure -> catalog.explain(at, ref.model(), failure)))
        .orElse(stream);
  }

  /**
   * The models of a provider: its own list with what the catalogue adds, else the catalogue's.
   * Blocks on the network.
   *
   * @throws ProviderException when the list can't be had and the catalogue has none
   */
  public List<ModelCard> models(String id) throws ProviderException {
    return listing(id).models();
  }

  /** The same, with what is to be said about it. */
  public Listing listing(String id) throws ProviderException {
    try {
      return new Listing(listed(id), null);
    } catch (ProviderException e) {
      List<ModelCard> known = find(id).map(shelves::models).orElse(List.of());
      if (known.isEmpty()) {
        throw e;
      }
      return new Listing(known, e.failure());
    }
  }

  /**
   * The models that a provider itself lists, so also a test of it. Blocks on the network.
   *
   * @throws ProviderException when the list can't be had
   */
  public List<ModelCard> listed(String id) throws ProviderException {
    List<ModelCard> own = provider(id).models();
    Optional<ProviderSettings> settings = find(id);
    settings.ifPresent(provider -> shelves.stock(provider, own));
    return settings.map(shelves::models).orElse(own);
  }

  /**
   * Every reference by which a model can be had, over all providers: {@code grok} is each Grok at
   * xAI, on Azure and elsewhere; {@code grok 4.3}, {@code grok-4.3} or {@code xai/grok-4.3} is that
   * model wherever it runs. Capitals, dots and hyphens, a maker before the name and a day behind it
   * make no difference; a deployment counts as what the option {@code underlying.NAME} says it is.
   * Looks at the lists that were had before, else at the catalogue: never blocks.
   */
  public List<ModelCard> offering(String words) {
    return shelves.offering(all(), words);
  }

  /** What could not be read of the user's own catalogue, in sentences. */
  public List<String> problems() {
    return catalog.problems();
  }

  /**
   * Asks the sandbox once, so that the first prompt of the user does not wait for classes to be
   * loaded. Blocks; leaves no trace.
   */
  public void warmUp() {
    ChatRequest request =
        new ChatRequest(
            ModelCard.named(new ModelRef(sandbox.id(), "thinker?rate=0&latency=0")),
            Parameters.NONE,
            List.of(Message.user("Warm up")),
            Blobs.NONE);
    try (ChatStream stream = provider(sandbox.id()).chat(request)) {
      ChatEvent event;
      do {
        event = stream.next();
      } while (event != null);
    } catch (ProviderException e) {
      // the first prompt will say what is wrong
    }
  }

  private String names() {
    return all().stream().map(ProviderSettings::id).collect(Collectors.joining(", "));
  }
}
