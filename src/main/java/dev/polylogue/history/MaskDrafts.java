package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Masks that were drawn and not yet sent, one for each source of a session: {@code
 * drafts/SESSION/SOURCE-FEATHER.png}.
 */
final class MaskDrafts {
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-(\\d{1,4})\\.png");

  private final DataFolder folder;
  private final Path drafts;

  MaskDrafts(DataFolder folder) {
    this.folder = folder;
    this.drafts = folder.path().resolve("drafts");
  }

  void keep(UUID session, String source, EditStore.MaskDraft mask) throws IOException {
    Path place = drafts.resolve(session.toString());
    folder.make(drafts);
    folder.make(place);
    Path part = Files.createTempFile(drafts, "mask-", ".part", folder.fileAttributes());
    Files.write(part, mask.png().toArray());
    drop(session, source);
    Files.move(
        part,
        place.resolve("%s-%d.png".formatted(source, mask.feather())),
        StandardCopyOption.REPLACE_EXISTING);
  }

  Optional<EditStore.MaskDraft> find(UUID session, String source) throws IOException {
    for (Path file : files(session)) {
      Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
      if (name.matches() && name.group(1).equals(source)) {
        Bytes png = Bytes.owning(Files.readAllBytes(file));
        return Optional.of(new EditStore.MaskDraft(png, Integer.parseInt(name.group(2))));
      }
    }
    return Optional.empty();
  }

  void drop(UUID session, String source) throws IOException {
    for (Path file : files(session)) {
      if (String.valueOf(file.getFileName()).startsWith(source)) {
        Files.deleteIfExists(file);
      }
    }
  }

  void forget(Collection<UUID> sessions) throws IOException {
    for (UUID session : sessions) {
      for (Path file : files(session)) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(drafts.resolve(session.toString()));
    }
  }

  private List<Path> files(UUID session) throws IOException {
    Path place = drafts.resolve(session.toString());
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.sorted().toList();
    }
  }
}
