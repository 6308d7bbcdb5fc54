package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.transfer.Bundle;
import dev.polylogue.transfer.EntryException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pictures and files beside the conversations of an export. */
public final class BundledFiles {
  /** Where there are none. */
  public static final BundledFiles NONE = new BundledFiles(null);

  private static final Pattern ID = Pattern.compile("^(file[-_][A-Za-z0-9]+)");
  private static final int LARGEST = 256 << 20;

  private final @Nullable Bundle bundle;
  private final Map<String, String> byId = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final Set<String> opened = new HashSet<>();
  private final Map<String, EntryException> unreadable = new HashMap<>();

  private BundledFiles(@Nullable Bundle bundle) {
    this.bundle = bundle;
  }

  /** Of an archive: whatever is in it belongs to it. */
  public static BundledFiles inside(Bundle archive) {
    BundledFiles files = beside(archive);
    for (String path : archive.names()) {
      files.byName.putIfAbsent(lastOf(path), path);
    }
    return files;
  }

  /** Of a folder, in which also others may lie: those with an identifier in their names. */
  static BundledFiles beside(Bundle folder) {
    BundledFiles files = new BundledFiles(folder);
    for (String path : folder.names()) {
      Matcher id = ID.matcher(lastOf(path));
      if (id.find()) {
        files.byId.putIfAbsent(id.group(1), path);
      }
    }
    return files;
  }

  /** Whether a message named it, and it could be read or not. */
  boolean isOpened(String path) {
    return opened.contains(path);
  }

  /** The name of a file within its folder. */
  static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Of a ChatGPT export, by its id or by a pointer such as {@code file-service://file-…} and {@code
   * sediment://file_…}.
   *
   * @throws EntryException when this file can't be read
   * @throws IOException when nothing more is to be read
   */
  Optional<Bytes> byPointer(String pointer) throws IOException {
    String id = pointer.substring(pointer.indexOf("://") < 0 ? 0 : pointer.indexOf("://") + 3);
    Matcher plain = ID.matcher(id);
    return plain.find() ? read(byId.get(plain.group(1))) : Optional.empty();
  }

  /** By the last part of its name; throws like {@link #byPointer}. */
  Optional<Bytes> byName(String name) throws IOException {
    return read(byName.get(name));
  }

  private Optional<Bytes> read(@Nullable String path) throws IOException {
    if (bundle == null || path == null) {
      return Optional.empty();
    }
    opened.add(path);
    EntryException known = unreadable.get(path);
    if (known != null) {
      throw known;
    }
    try (InputStream in = bundle.open(path)) {
      byte[] bytes = in.readNBytes(LARGEST);
      return bytes.length == 0 || bytes.length == LARGEST
          ? Optional.empty()
          : Optional.of(Bytes.owning(bytes));
    } catch (EntryException e) {
      unreadable.put(path, e);
      throw e;
    }
  }
}
