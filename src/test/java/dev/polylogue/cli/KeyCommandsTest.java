package dev.polylogue.cli;

import static dev.polylogue.provider.FaultHost.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.Workbench;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.secret.NoKeychain;
import dev.polylogue.secret.SecretStore;
import dev.polylogue.secret.SessionStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys on the command line, with a keychain that is only played. */
class KeyCommandsTest {
  private static final String MODELS = "{\"object\":\"list\",\"data\":[{\"id\":\"m1\"}]}";

  @TempDir private Path home;
  private SecretStore keychain = new SessionStore();

  /** What a command did. */
  private record Done(int status, String out, String err) {}

  private Done run(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int status =
        Root.run(arguments, home, folder -> Workbench.open(folder, keychain), null, terminal);
    return new Done(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Done add(String input, Object address, String... key) {
    List<String> command =
        new ArrayList<>(
            List.of("providers", "add", "h", "--protocol", "openai-chat", "--base-url"));
    command.add(address.toString());
    command.addAll(List.of(key));
    return run(input, command.toArray(String[]::new));
  }

  @Test
  void aKeyFromStandardInputGoesToTheKeychainAndToTheHostAlone() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(200, "application/json", MODELS)))) {
      Done added = add("the key\n", host.baseUrl(), "--key-stdin");
      assertThat(added.status()).as(added.err()).isZero();
      Done list = run("", "providers", "list");
      assertThat(list.out()).contains("key in the keychain");
      Done json = run("", "providers", "list", "--json");
      assertThat(json.out()).contains("\"key\":\"keychain\"");
      Done tested = run("", "providers", "test", "h");
      assertThat(tested.out()).contains("1 model");
      assertThat(host.requests().getFirst().header("Authorization")).isEqualTo("Bearer the key");
      assertThat(added.out() + added.err() + list.out() + json.out()).doesNotContain("the key ");
      run("other key", "providers", "key", "h", "--key-stdin");
      run("", "providers", "test", "h");
      assertThat(host.requests().get(1).header("Authorization")).isEqualTo("Bearer other key");
    }
  }

  @Test
  void aFileIsTakenOnlyWhenAskedForAndWithAPlainWarning() throws Exception {
    Done added = add("the-key", "https://api.example.com/v1", "--key-stdin", "--key-store", "file");
    assertThat(added.status()).isZero();
    assertThat(added.err()).contains("Not protected", home.resolve("keys").toString());
    assertThat(run("", "providers", "list").out()).contains("key file, not protected");
    Done moved = run("", "providers", "key", "h", "--key-store", "keychain");
    assertThat(moved.status()).as(moved.err()).isZero();
    assertThat(keychain.get("h @ https://api.example.com:443")).contains("the-key");
    assertThat(home.resolve("keys")).content().doesNotContain("the-key");
    assertThat(run("", "providers", "remove", "h").status()).isZero();
    assertThat(keychain.get("h @ https://api.example.com:443")).isEmpty();
  }

  @Test
  void withoutAKeychainNothingIsHalfAddedAndTheOtherWaysAreNamed() {
    keychain = new NoKeychain("the keychain");
    Done added = add("the-key", "https://api.example.com/v1", "--key-stdin");
    assertThat(added.status()).isEqualTo(1);
    assertThat(added.err())
        .contains("the keychain", "--key-env VAR", "--key-store file")
        .doesNotContain("the-key");
    assertThat(run("", "providers", "list").out()).doesNotContain("example.com");
  }

  @Test
  void aMissingKeyIsSaidInWordsAndNobodyIsAsked() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(200, "application/json", MODELS)))) {
      add("the-key", "https://api.example.com/v1", "--key-stdin");
      keychain = new SessionStore();
      Done tested = run("", "providers", "test", "h");
      assertThat(tested.status()).isEqualTo(1);
      assertThat(tested.out()).contains("auth:", "There is no key of h", "--key-stdin");
      assertThat(host.requests()).isEmpty();
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    String address = "https://api.example.com/v1";
    for (Done done :
        List.of(
            add("", address, "--key-env", "A", "--key-stdin"),
            add("", address, "--key-store", "file"),
            add("k", address, "--key-stdin", "--key-store", "cloud"),
            add("", address, "--key-stdin"),
            add("two\nlines", address, "--key-stdin"),
            add("", address, "--key-env", "not a name"),
            run("", "providers", "key", "nobody", "--key-stdin"),
            run("", "providers", "key", "sandbox", "--key-stdin"),
            run("", "providers", "key", "h"))) {
      assertThat(done.status()).as(done.err()).isEqualTo(2);
      assertThat(done.err()).isNotBlank();
    }
    assertThat(run("", "providers", "list").out()).doesNotContain("example.com");
  }

  @Test
  void aPromptThatHoldsWhatLooksLikeAKeyIsWarnedAbout_T27() {
    Done done =
        run("", "compare", "gsk_" + "0a".repeat(20), "-m", "sandbox/scribe?rate=0&latency=0");
    assertThat(done.status()).isZero();
    assertThat(done.err()).contains("looks like a key (gsk_0a…)");
  }
}
