package dev.polylogue.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.SingleInstance.Claim;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** D16, D17: one window for each data folder. */
@Timeout(30)
class SingleInstanceTest {
  @TempDir Path temp;
  private final AtomicInteger shown = new AtomicInteger();

  @Test
  void aSecondStartBringsTheFirstToTheFront() {
    try (SingleInstance first = claimed(temp.resolve("home"))) {
      first.onShow(shown::incrementAndGet);

      assertThat(claim(temp.resolve("home"))).as("D16").isInstanceOf(Claim.Shown.class);
      assertThat(claim(temp.resolve("home"))).isInstanceOf(Claim.Shown.class);

      assertThat(shown).hasValue(2);
      claimed(temp.resolve("another")).close();
    }
    claimed(temp.resolve("home")).close();
  }

  @Test
  void aFolderThatCouldNotBeWrittenIsClaimedOnceItCan() throws Exception {
    Path home = temp.resolve("taken");
    Files.writeString(home, "");
    try (SingleInstance first = claimed(home)) {
      first.onShow(shown::incrementAndGet);
      Files.delete(home);
      assertThat(first.claim()).as("D08").isEqualTo(new Claim.Mine(first));
      assertThat(first.claim()).isEqualTo(new Claim.Mine(first));

      assertThat(claim(home)).isInstanceOf(Claim.Shown.class);
      assertThat(shown).hasValue(1);
    }
  }

  @Test
  void whatADeadProgramLeftIsInNobodysWay() throws Exception {
    Files.writeString(temp.resolve("window"), "1\nword\n99999999\n");
    Files.writeString(temp.resolve("window.lock"), "");

    claimed(temp).close();
  }

  @Test
  void whoHoldsTheFolderAndDoesNotAnswerIsNamed() throws Exception {
    try (SingleInstance first = claimed(temp)) {
      first.onShow(shown::incrementAndGet);
      Files.writeString(temp.resolve("window"), "1\nword\n4711\n");

      assertThat(claim(temp)).as("D16").isEqualTo(new Claim.Held("4711"));
      assertThat(shown).hasValue(0);
    }
  }

  @Test
  void onlyItsOwnerCanAskAndOnlyForOneThing() throws Exception {
    try (SingleInstance first = claimed(temp)) {
      first.onShow(shown::incrementAndGet);
      Path file = temp.resolve("window");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      int port = Integer.parseInt(Files.readAllLines(file).getFirst());
      for (String said : new String[] {"wrong show\n", "GET / HTTP/1.1\n\n" + "x".repeat(99)}) {
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
          caller.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
          caller.shutdownOutput();
          assertThat(answer(caller)).isEmpty();
        }
      }
      assertThat(shown).hasValue(0);
      assertThat(claim(temp)).isInstanceOf(Claim.Shown.class);
    }
  }

  /** A caller that says too much is hung up on. */
  private static String answer(Socket caller) {
    try {
      return new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void whereNothingCanBeLockedTheWindowOpensAllTheSame() throws Exception {
    Path file = Files.writeString(temp.resolve("a-file"), "");

    claimed(file.resolve("home")).close();
  }

  private static SingleInstance claimed(Path home) {
    Claim claim = claim(home);
    assertThat(claim).isInstanceOf(Claim.Mine.class);
    return ((Claim.Mine) claim).instance();
  }

  private static Claim claim(Path home) {
    return SingleInstance.claim(home, new Random(1));
  }
}
