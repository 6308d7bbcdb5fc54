package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.transfer.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pictures and files beside the conversations in an archive. */
public final class ArchiveFiles {
  /** Where there is no archive. */
  public static final ArchiveFiles NONE = new ArchiveFiles(null);

  private static final Pattern ID = Pattern.compile("^(file[-_][A-Za-z0-9]+)");
  private static final int LARGEST = 256 << 20;

  private final @Nullable Archive archive;
  private final Map<String, String> byId = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();

  private ArchiveFiles(@Nullable Archive archive) {
    this.archive = archive;
  }

  public static ArchiveFiles of(Archive archive) {
    ArchiveFiles files = new ArchiveFiles(archive);
    for (String path : archive.names()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      files.byName.putIfAbsent(name, path);
      Matcher id = ID.matcher(name);
      if (id.find()) {
        files.byId.putIfAbsent(id.group(1), path);
      }
    }
    return files;
  }

  /**
   * Of a ChatGPT export, by its id or by a pointer such as {@code file-service://file-…} and {@code
   * sediment://file_…}.
   *
   * @throws IOException when the archive is damaged or unpacks to too much
   */
  Optional<Bytes> byPointer(String pointer) throws IOException {
    String id = pointer.substring(pointer.indexOf("://") < 0 ? 0 : pointer.indexOf("://") + 3);
    Matcher plain = ID.matcher(id);
    return plain.find() ? read(byId.get(plain.group(1))) : Optional.empty();
  }

  /** By the last part of its name. */
  Optional<Bytes> byName(String name) throws IOException {
    return read(byName.get(name));
  }

  private Optional<Bytes> read(@Nullable String path) throws IOException {
    if (archive == null || path == null) {
      return Optional.empty();
    }
    try (InputStream in = archive.open(path)) {
      byte[] bytes = in.readNBytes(LARGEST);
      return bytes.length == 0 || bytes.length == LARGEST
          ? Optional.empty()
          : Optional.of(Bytes.owning(bytes));
    }
  }
}
