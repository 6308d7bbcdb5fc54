package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Catalog;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.secret.KeyFile;
import dev.polylogue.secret.Keys;
import dev.polylogue.secret.SecretException;
import dev.polylogue.secret.SecretException.Reason;
import dev.polylogue.secret.SecretStore;
import dev.polylogue.secret.SessionStore;
import dev.polylogue.settings.SettingsStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where keys go, and that none is lost or sent elsewhere, whatever the keychain does. */
class ProviderKeysTest {
  private static final String ACCOUNT = "xai @ https://api.x.ai:443";

  @TempDir private Path home;
  private final Vanishing keychain = new Vanishing();

  /** The keys that requests would carry, in order. */
  private final List<String> shown = new ArrayList<>();

  private SettingsStore settings;
  private Providers providers;

  @BeforeEach
  void open() throws Exception {
    settings = SettingsStore.open(home);
    Keys keys =
        new Keys(Map.of("MY_KEY", "from the environment")::get, keychain, new KeyFile(home));
    providers =
        new Providers(
            provider("sandbox", "http://127.0.0.1:9/v1", KeyPlace.SESSION),
            settings,
            (made, key) -> new Listing(key),
            Catalog.EMPTY,
            keys);
  }

  private static ProviderSettings provider(String id, String address, KeyPlace place) {
    return new ProviderSettings(
        id, Protocol.OPENAI_CHAT, URI.create(address), place, Map.of(), Map.of());
  }

  private static ProviderSettings xai(KeyPlace place) {
    return provider("xai", "https://api.x.ai/v1", place);
  }

  private String asked() throws ProviderException {
    providers.models("xai");
    return shown.getLast();
  }

  @Test
  void noStoreIsTouchedBeforeAKeyIsSavedOrNeeded() throws Exception {
    providers.add(provider("local", "http://localhost:1/v1", KeyPlace.NONE));
    providers.models("local");
    assertThat(providers.keys().protects(KeyPlace.Kind.KEYCHAIN)).isNotEmpty();
    assertThat(keychain.calls).isZero();
    assertThat(home.resolve("keys")).doesNotExist();
  }

  @Test
  void aKeyBelongsToOneOrigin_T09() throws Exception {
    providers.keys().add(xai(KeyPlace.KEYCHAIN), "one");
    assertThat(asked()).isEqualTo("one");
    for (String elsewhere :
        List.of(
            "https://api.x.ai:8443/v1", "http://api.x.ai/v1", "https://api.x.ai.evil.example/v1")) {
      providers.add(provider("xai", elsewhere, KeyPlace.KEYCHAIN));
      shown.clear();
      assertThatThrownBy(this::asked)
          .isInstanceOf(ProviderException.class)
          .hasMessageContaining("A key belongs to one address")
          .hasMessageContaining("providers key xai --key-stdin");
      assertThat(shown).isEmpty();
    }
    providers.add(provider("xai", "HTTPS://API.X.AI/v2", KeyPlace.KEYCHAIN));
    assertThat(asked()).isEqualTo("one");
  }

  @Test
  void aChangedKeyHoldsAtTheNextRequest() throws Exception {
    providers.keys().add(xai(KeyPlace.KEYCHAIN), "one");
    assertThat(asked()).isEqualTo("one");
    providers.keys().change("xai", KeyPlace.KEYCHAIN, "two");
    assertThat(asked()).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"& = + , { } \" '", "with a\ttab", "ümläut 🔑", "  spaces at the ends \n"})
  void aKeyMayHoldAnyCharacterAndIsTrimmedAtTheEndsOnly(String key) throws Exception {
    String typed = "x".repeat(4096) + key;
    for (KeyPlace place : List.of(KeyPlace.KEYCHAIN, KeyPlace.FILE, KeyPlace.SESSION)) {
      providers.keys().add(xai(place), " " + typed);
      assertThat(asked()).isEqualTo(typed.strip());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "two\nlines", "a\rb", "a\0b"})
  void whatCannotBeAKeyIsRefusedAndNothingIsAdded(String key) {
    assertThatThrownBy(() -> providers.keys().add(xai(KeyPlace.KEYCHAIN), key))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(providers.find("xai")).isEmpty();
    assertThat(keychain.inner.get(ACCOUNT)).isEmpty();
  }

  @Test
  void aProviderWhoseKeyCannotBeKeptIsNotHalfAdded() {
    keychain.gone = true;
    assertThatThrownBy(() -> providers.keys().add(xai(KeyPlace.KEYCHAIN), "one"))
        .isInstanceOf(SecretException.class);
    assertThat(providers.find("xai")).isEmpty();
  }

  @Test
  void aStoreThatHandsBackSomethingElseIsNotTrusted() throws Exception {
    keychain.garbles = true;
    assertThatThrownBy(() -> providers.keys().add(xai(KeyPlace.KEYCHAIN), "one"))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("Read back");
    assertThat(providers.find("xai")).isEmpty();
  }

  @Test
  void aVanishedKeychainIsNamedAndNothingIsForgotten() throws Exception {
    providers.keys().add(xai(KeyPlace.KEYCHAIN), "one");
    keychain.gone = true;
    assertThatThrownBy(this::asked)
        .isInstanceOf(ProviderException.class)
        .hasMessage("The key of xai is not at hand. The keychain is gone.");
    assertThat(providers.keys().change("xai", KeyPlace.SESSION, "for now")).isPresent();
    assertThat(asked()).isEqualTo("for now");
    keychain.gone = false;
    assertThat(keychain.inner.get(ACCOUNT)).contains("one");
    providers.add(xai(KeyPlace.KEYCHAIN));
    assertThat(asked()).isEqualTo("one");
  }

  @Test
  void aKeyMovesByWritingReadingBackAndOnlyThenDeleting() throws Exception {
    providers.keys().add(xai(KeyPlace.KEYCHAIN), "one");
    assertThat(providers.keys().move("xai", KeyPlace.FILE)).isEmpty();
    assertThat(asked()).isEqualTo("one");
    assertThat(keychain.inner.get(ACCOUNT)).isEmpty();
    keychain.garbles = true;
    assertThatThrownBy(() -> providers.keys().move("xai", KeyPlace.KEYCHAIN))
        .isInstanceOf(SecretException.class);
    assertThat(asked()).isEqualTo("one");
    keychain.garbles = false;
    providers.keys().move("xai", KeyPlace.KEYCHAIN);
    assertThat(new KeyFile(home).get(ACCOUNT)).isEmpty();
    providers.keys().move("xai", KeyPlace.variable("MY_KEY"));
    assertThat(asked()).isEqualTo("from the environment");
    assertThat(keychain.inner.get(ACCOUNT)).isEmpty();
  }

  @Test
  void aRemovedProviderTakesItsKeyAlong() throws Exception {
    providers.keys().add(xai(KeyPlace.KEYCHAIN), "one");
    assertThat(providers.remove("xai")).isTrue();
    assertThat(keychain.inner.get(ACCOUNT)).isEmpty();
    providers.keys().add(xai(KeyPlace.KEYCHAIN), "one");
    keychain.gone = true;
    assertThatThrownBy(() -> providers.remove("xai"))
        .hasMessage("xai is removed, but its key could not be. The keychain is gone.");
    assertThat(providers.find("xai")).isEmpty();
  }

  @Test
  void theSettingsHoldAReferenceAndNoKey_T25() throws Exception {
    providers.keys().add(xai(KeyPlace.KEYCHAIN), "the key itself");
    String stored = Files.readString(home.resolve("settings.json"));
    assertThat(stored).contains("\"key\" : \"keychain\"").doesNotContain("the key itself");
    assertThat(SettingsStore.open(home).current()).isEqualTo(settings.current());
  }

  @Test
  void aKeyThatIsOnlyTriedOutIsStoredNowhere() throws Exception {
    assertThat(providers.keys().tryOut(xai(KeyPlace.KEYCHAIN), " tried ")).isEqualTo(1);
    assertThat(shown).containsExactly("tried");
    assertThat(keychain.calls).isZero();
    assertThat(providers.find("xai")).isEmpty();
  }

  /** Lists one model to whoever shows a key. */
  private final class Listing implements Provider {
    private final KeySource key;

    Listing(KeySource key) {
      this.key = key;
    }

    @Override
    public ChatStream chat(ChatRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ModelCard> models() throws ProviderException {
      shown.add(key.key().orElse(""));
      return List.of(ModelCard.named(new dev.polylogue.conversation.ModelRef("xai", "m")));
    }
  }

  /** A keychain that can go away and come back, or hand out rubbish. */
  private static final class Vanishing implements SecretStore {
    final SessionStore inner = new SessionStore();
    int calls;
    boolean gone;
    boolean garbles;

    private void visit() throws SecretException {
      calls++;
      if (gone) {
        throw new SecretException(Reason.MISSING, "The keychain is gone.");
      }
    }

    @Override
    public String name() {
      return "the keychain";
    }

    @Override
    public String protects() {
      return "Well kept.";
    }

    @Override
    public void probe() throws SecretException {
      visit();
    }

    @Override
    public void put(String account, String key) throws SecretException {
      visit();
      inner.put(account, key);
    }

    @Override
    public Optional<String> get(String account) throws SecretException {
      visit();
      return inner.get(account).map(key -> garbles ? key + "?" : key);
    }

    @Override
    public boolean delete(String account) throws SecretException {
      visit();
      return inner.delete(account);
    }
  }
}
