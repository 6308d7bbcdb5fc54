package dev.polylogue.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One window for each data folder. Who gets the lock of the file {@code window.lock} is the one;
 * the system lets go of it when a program dies, so nothing stale is ever in the way (D16). The
 * window listens on the loopback address; where, and the word that has to be said, stand in the
 * file {@code window}, which only its owner can read. It understands a single request: to show
 * itself. Any thread; blocks.
 */
final class SingleInstance implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 3000;
  private static final int LONGEST_LINE = 200;

  /** What came of asking for the folder. */
  sealed interface Claim {
    /** This is its window. */
    record Mine(SingleInstance instance) implements Claim {}

    /** Its window is open elsewhere, and has shown itself. */
    record Shown() implements Claim {}

    /** Another program holds it and does not answer. */
    record Held(String process) implements Claim {}
  }

  private final @Nullable FileChannel channel;
  private final @Nullable ServerSocket server;
  private volatile Runnable show = () -> {};

  private SingleInstance(@Nullable FileChannel channel, @Nullable ServerSocket server) {
    this.channel = channel;
    this.server = server;
  }

  /**
   * Where the folder can't be written or locked there is nothing to claim: the window then says
   * what is wrong with it (D17).
   */
  static Claim claim(Path home, RandomGenerator random) {
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(home, attributes(home, "rwx------"));
      }
      FileChannel channel =
          FileChannel.open(
              home.resolve("window.lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              attributes(home, "rw-------"));
      FileLock lock = lock(channel);
      if (lock != null) {
        return new Claim.Mine(listen(home, channel, random));
      }
      channel.close();
      return ask(home);
    } catch (IOException e) {
      return new Claim.Mine(new SingleInstance(null, null));
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static FileAttribute<?>[] attributes(Path home, String permissions) {
    return home.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static SingleInstance listen(Path home, FileChannel channel, RandomGenerator random)
      throws IOException {
    ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    byte[] secret = new byte[16];
    random.nextBytes(secret);
    String word = HexFormat.of().formatHex(secret);
    Path fresh = Files.createTempFile(home, "window", ".part", attributes(home, "rw-------"));
    Files.writeString(
        fresh,
        "%d\n%s\n%d\n".formatted(server.getLocalPort(), word, ProcessHandle.current().pid()));
    Files.move(
        fresh,
        home.resolve("window"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    SingleInstance instance = new SingleInstance(channel, server);
    Thread.ofVirtual().name("show-yourself").start(() -> instance.serve(server, word));
    return instance;
  }

  private void serve(ServerSocket server, String word) {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        caller.setSoTimeout(PATIENCE_MILLIS);
        byte[] said = caller.getInputStream().readNBytes(word.length() + 6);
        if (MessageDigest.isEqual(said, (word + " show\n").getBytes(StandardCharsets.UTF_8))) {
          show.run();
          caller.getOutputStream().write("shown\n".getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        // A caller that hung up, or the end.
      }
    }
  }

  /** What to do when a second start asks for the window. Runs on a thread of its own. */
  void onShow(Runnable action) {
    show = action;
  }

  private static Claim ask(Path home) {
    String process = "?";
    try {
      List<String> lines = Files.readAllLines(home.resolve("window"));
      if (lines.size() < 3) {
        return new Claim.Held(process);
      }
      process = lines.get(2);
      try (Socket window = new Socket()) {
        InetAddress here = InetAddress.getLoopbackAddress();
        window.connect(
            new InetSocketAddress(here, Integer.parseInt(lines.getFirst())), PATIENCE_MILLIS);
        window.setSoTimeout(PATIENCE_MILLIS);
        window.getOutputStream().write((lines.get(1) + " show\n").getBytes(StandardCharsets.UTF_8));
        String answer = line(window);
        return answer.equals("shown") ? new Claim.Shown() : new Claim.Held(process);
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Claim.Held(process);
    }
  }

  private static String line(Socket window) throws IOException {
    byte[] said = window.getInputStream().readNBytes(LONGEST_LINE);
    return new String(said, StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    try (FileChannel _ = channel;
        ServerSocket _ = server) {
      show = () -> {};
    } catch (IOException e) {
      // The system closes both when the program ends.
    }
  }
}
