package dev.polylogue.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  private static final String ONE = "xai @ https://api.x.ai:443";
  private static final String TWO = "openai @ https://api.openai.com:443";

  @TempDir private Path folder;

  @Test
  void nothingIsMadeBeforeAKeyIsPut() throws Exception {
    Path data = folder.resolve("data");
    assertThat(new KeyFile(data).get(ONE)).isEmpty();
    assertThat(new KeyFile(data).delete(ONE)).isFalse();
    assertThat(data).doesNotExist();
  }

  @Test
  void keysOfEveryKindComeBackAfterARestart() throws Exception {
    String odd = "a& b=+,{}\"'\\\t \u00e9\ud83d\udd11" + "x".repeat(4096);
    new KeyFile(folder).put(ONE, "before");
    new KeyFile(folder).put(ONE, odd);
    new KeyFile(folder).put(TWO, "two");
    assertThat(new KeyFile(folder).get(ONE)).contains(odd);
    assertThat(new KeyFile(folder).delete(TWO)).isTrue();
    assertThat(new KeyFile(folder).get(TWO)).isEmpty();
    assertThat(new KeyFile(folder).get(ONE)).contains(odd);
    assertThat(folder.resolve("keys.new")).doesNotExist();
  }

  @Test
  void aFileCutAtAnyLengthIsToldFromAWholeOneAndPutAsideOnlyForANewKey() throws Exception {
    new KeyFile(folder).put(ONE, "one");
    new KeyFile(folder).put(TWO, "two");
    Path file = folder.resolve("keys");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new KeyFile(folder).get(ONE))
          .isInstanceOf(SecretException.class)
          .hasMessageContaining("left as it is")
          .hasMessageNotContaining("two");
      assertThatThrownBy(() -> new KeyFile(folder).delete(ONE)).isInstanceOf(SecretException.class);
      assertThat(Files.size(file)).isEqualTo(length);
    }
    byte[] damaged = Files.readAllBytes(file);
    new KeyFile(folder).put(ONE, "entered again");
    assertThat(new KeyFile(folder).get(ONE)).contains("entered again");
    assertThat(folder.resolve("keys.unreadable-1")).hasBinaryContent(damaged);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "polylogue keys 2\nend of keys\n", "{}", "polylogue keys 1\nx\nend of keys\n"})
  void aFileOfAnotherMakeIsLeftAlone(String content) throws Exception {
    Files.writeString(folder.resolve("keys"), content);
    assertThatThrownBy(() -> new KeyFile(folder).get(ONE)).isInstanceOf(SecretException.class);
    assertThat(folder.resolve("keys")).hasContent(content);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void underAPermissiveUmaskOnlyItsOwnerMayReadIt_T20() throws Exception {
    Path data = folder.resolve("data");
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "umask 000; exec \"$@\"", "sh"));
    command.addAll(OwnSession.java(Writer.class));
    command.add(data.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(data.resolve("keys"))).isEqualTo("rw-------");
    assertThat(permissions(data.resolve("keys.lock"))).isEqualTo("rw-------");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatStoodOpenIsClosedWhenItIsRead_T20() throws Exception {
    new KeyFile(folder).put(ONE, "one");
    Path file = folder.resolve("keys");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    new KeyFile(folder).get(ONE);
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Puts one key; for a process of its own. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      new KeyFile(Path.of(arguments[0])).put(ONE, "one");
    }
  }
}
