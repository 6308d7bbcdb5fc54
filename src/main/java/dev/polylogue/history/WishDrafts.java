package dev.polylogue.history;

import dev.polylogue.conversation.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the next edit of a session is wanted, one file each: {@code drafts/SESSION/wishes.json}. It
 * goes with the masks of the session, by {@link MaskDrafts#forget}.
 */
final class WishDrafts {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final DataFolder folder;
  private final Path drafts;

  WishDrafts(DataFolder folder) {
    this.folder = folder;
    this.drafts = folder.path().resolve("drafts");
  }

  void keep(UUID session, EditStore.Wishes wishes) throws IOException {
    folder.make(drafts);
    folder.make(drafts.resolve(session.toString()));
    Path part = Files.createTempFile(drafts, "wishes-", ".part", folder.fileAttributes());
    Files.writeString(part, written(wishes));
    Files.move(
        part, file(session), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What can't be read counts as never said. */
  Optional<EditStore.Wishes> find(UUID session) throws IOException {
    Path file = file(session);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(Files.readString(file)));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Path file(UUID session) {
    return drafts.resolve(session.toString()).resolve("wishes.json");
  }

  private static String written(EditStore.Wishes wishes) {
    return MAPPER.writeValueAsString(
        Map.of(
            "models", wishes.models().stream().map(ModelRef::toString).toList(),
            "options", MAPPER.readTree(PictureOptionsJson.write(wishes.options())),
            "keep", wishes.keep()));
  }

  private static EditStore.Wishes read(String json) {
    JsonNode node = MAPPER.readTree(json);
    List<ModelRef> models =
        node.path("models").values().stream()
            .map(model -> ModelRef.parse(model.stringValue("")))
            .toList();
    return new EditStore.Wishes(
        models,
        PictureOptionsJson.read(node.path("options").toString()),
        node.path("keep").asBoolean(false));
  }
}
