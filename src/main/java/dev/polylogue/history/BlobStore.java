package dev.polylogue.history;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Pictures and files in the folder {@code blobs}, each under the SHA-256 of what is in it. A blob
 * is on the disk before anything refers to it, so that a crash leaves at worst one that nobody
 * refers to (D35). Any thread; every call blocks.
 */
public final class BlobStore {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final DataFolder folder;
  private final InstantSource clock;

  /** When this program kept a blob last that something may be about to refer to. */
  private final Map<String, Instant> kept = new ConcurrentHashMap<>();

  BlobStore(DataFolder folder) {
    this(folder, InstantSource.system());
  }

  /**
   * @param clock says when a blob was kept last
   */
  BlobStore(DataFolder folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Names bytes without storing them.
   *
   * @param name as the user knows it, or {@code ""}
   */
  public static Blob describe(Bytes bytes, String mediaType, String name) {
    return new Blob(sha256(bytes), mediaType, bytes.size(), name);
  }

  /**
   * Stores bytes, once however often they come. A blob that was damaged on the disk is whole again
   * afterwards.
   *
   * @param name as the user knows it, or {@code ""}
   */
  public Blob keep(Bytes bytes, String mediaType, String name) throws HistoryException {
    Blob blob = describe(bytes, mediaType, name);
    Path place = folder.blob(blob.sha256());
    Instant now = clock.instant();
    kept.put(blob.sha256(), now);
    try {
      if (!holds(place, blob)) {
        folder.makeBlobFolder(place);
        write(place, bytes);
      }
      // What is about to refer to it may not be stored yet: see remove.
      Files.setLastModifiedTime(place, FileTime.from(now));
      return blob;
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  DataFolder folder() {
    return folder;
  }

  /** Leaves nothing behind for a start that may not come; not where others are still at it. */
  void sweepIfAlone(boolean alone) {
    if (alone) {
      folder.sweep();
    }
  }

  static boolean isName(String sha256) {
    return SHA256.matcher(sha256).matches();
  }

  /**
   * All of a blob by its name alone.
   *
   * @throws HistoryException when it is missing or was changed (D33)
   */
  Bytes read(String sha256) throws HistoryException {
    Path place = folder.blob(sha256);
    try {
      Bytes bytes = Bytes.owning(Files.readAllBytes(place));
      if (sha256(bytes).equals(sha256)) {
        return bytes;
      }
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
    throw new HistoryException("%s was changed on the disk.".formatted(place));
  }

  /**
   * Copies a blob into another store.
   *
   * @return false when it is missing here, or was changed
   * @throws HistoryException when the other store can't take it
   */
  boolean copy(String sha256, BlobStore to) throws HistoryException {
    Bytes bytes;
    try {
      bytes = read(sha256);
    } catch (HistoryException e) {
      return false;
    }
    to.keep(bytes, "", "");
    return true;
  }

  /** Whether a blob is there and what it should be. */
  boolean isWhole(String sha256) {
    try {
      return has(sha256) && read(sha256).size() >= 0;
    } catch (HistoryException e) {
      return false;
    }
  }

  /** Whether a file of that name is there, with whatever in it. */
  public boolean has(String sha256) {
    return isName(sha256) && Files.isRegularFile(folder.blob(sha256));
  }

  /** In bytes, of one that is there. */
  long size(String sha256) throws HistoryException {
    try {
      return Files.size(folder.blob(sha256));
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /**
   * All of a blob.
   *
   * @throws HistoryException when it is missing or was changed (D33)
   */
  public Bytes read(Blob blob) throws HistoryException {
    if (!SHA256.matcher(blob.sha256()).matches()) {
      throw new HistoryException("%s is missing.".formatted(called(blob)));
    }
    Path place = folder.blob(blob.sha256());
    try {
      if (Files.size(place) == blob.size()) {
        Bytes bytes = Bytes.owning(Files.readAllBytes(place));
        if (sha256(bytes).equals(blob.sha256())) {
          return bytes;
        }
      }
    } catch (NoSuchFileException e) {
      throw new HistoryException("%s is missing from the data folder.".formatted(called(blob)), e);
    } catch (IOException e) {
      throw new HistoryException(
          "%s can't be read: %s.".formatted(called(blob), e.getMessage()), e);
    }
    throw new HistoryException("%s was changed on the disk.".formatted(called(blob)));
  }

  /**
   * Removes a blob that nothing refers to, unless it was kept anew lately.
   *
   * @param settled what was kept since then stays
   * @param alone whether only this program may have kept it since
   * @return whether it is gone
   */
  boolean remove(String sha256, Instant settled, boolean alone) throws HistoryException {
    if (!SHA256.matcher(sha256).matches()) {
      return true;
    }
    Path place = folder.blob(sha256);
    try {
      if (Files.exists(place)) {
        Instant last =
            alone
                ? kept.getOrDefault(sha256, Instant.MIN)
                : Files.getLastModifiedTime(place).toInstant();
        if (last.isAfter(settled)) {
          return false;
        }
        Files.delete(place);
        folder.force(place);
      }
      return true;
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** Nothing is about to refer to anything any more. */
  void settle() {
    kept.clear();
  }

  private static String called(Blob blob) {
    return blob.name().isEmpty() ? "A picture" : "The file " + blob.name();
  }

  private static boolean holds(Path place, Blob blob) throws IOException {
    try {
      return Files.size(place) == blob.size()
          && sha256(Bytes.owning(Files.readAllBytes(place))).equals(blob.sha256());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Whole and on the disk, or not there at all. Of several writers of the same bytes the last one
   * wins, which makes no difference.
   */
  private void write(Path place, Bytes bytes) throws IOException {
    Path written =
        Files.createTempFile(
            place.getParent(), place.getFileName() + "-", ".part", folder.fileAttributes());
    try {
      try (FileChannel out = FileChannel.open(written, StandardOpenOption.WRITE)) {
        bytes.inPieces(
            (piece, length) -> {
              ByteBuffer rest = ByteBuffer.wrap(piece, 0, length);
              while (rest.hasRemaining()) {
                out.write(rest);
              }
            });
        out.force(true);
      }
      Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
      folder.force(place);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static String sha256(Bytes bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      bytes.inPieces((piece, length) -> digest.update(piece, 0, length));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
