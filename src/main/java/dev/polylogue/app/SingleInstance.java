package dev.polylogue.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
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

  private final Path home;
  private final RandomGenerator random;
  private @Nullable FileChannel channel;
  private @Nullable ServerSocket server;
  private volatile Runnable show = () -> {};

  private SingleInstance(Path home, RandomGenerator random) {
    this.home = home;
    this.random = random;
  }

  /**
   * Where the folder can't be written or locked there is nothing to claim: the window then says
   * what is wrong with it (D17).
   */
  static Claim claim(Path home, RandomGenerator random) {
    return new SingleInstance(home, random).claim();
  }

  /** Claims what could not be claimed before, such as a folder on a disk that was full (D08). */
  synchronized Claim claim() {
    try {
      if (channel == null && !lock()) {
        return ask(home);
      }
      if (server == null) {
        listen();
      }
    } catch (IOException e) {
      // The window is about to meet the same trouble, and says it.
    }
    return new Claim.Mine(this);
  }

  private boolean lock() throws IOException {
    if (!Files.isDirectory(home)) {
      Files.createDirectories(home, attributes(home, "rwx------"));
    }
    FileChannel opened =
        FileChannel.open(
            home.resolve("window.lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            attributes(home, "rw-------"));
    if (!isLocked(opened)) {
      opened.close();
      return false;
    }
    channel = opened;
    return true;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static FileAttribute<?>[] attributes(Path home, String permissions) {
    return home.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private void listen() throws IOException {
    ServerSocket listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    try {
      publish(listening);
    } catch (IOException e) {
      listening.close();
      throw e;
    }
    server = listening;
  }

  private void publish(ServerSocket listening) throws IOException {
    byte[] secret = new byte[16];
    random.nextBytes(secret);
    String word = HexFormat.of().formatHex(secret);
    Path fresh = Files.createTempFile(home, "window", ".part", attributes(home, "rw-------"));
    Files.writeString(
        fresh,
        "%d\n%s\n%d\n".formatted(listening.getLocalPort(), word, ProcessHandle.current().pid()));
    Files.move(
        fresh,
        home.resolve("window"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    Thread.ofVirtual().name("show-yourself").start(() -> serve(listening, word));
  }

  private void serve(ServerSocket listening, String word) {
    while (!listening.isClosed()) {
      try (Socket caller = listening.accept()) {
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
  public synchronized void close() {
    try (FileChannel _ = channel;
        ServerSocket _ = server) {
      show = () -> {};
    } catch (IOException e) {
      // The system closes both when the program ends.
    }
  }
}
