package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageReader;

/**
 * What the head of a picture file says that its pixels don't show. Any thread; quick.
 *
 * @param frames how many pictures are in it, of which the first is ever read (I21); of a TIFF they
 *     are pages (I26)
 * @param depth bits a channel; of more than eight, eight are used (I17)
 */
public record FileFacts(FileKind kind, int frames, int depth) {
  private static final int USUAL = 8;

  /** Where a PNG says how deep it is: behind signature, chunk head, width and height. */
  private static final int PNG_DEPTH = 24;

  /**
   * @param kind of a picture
   */
  public static FileFacts of(Bytes bytes, FileKind kind) {
    return switch (kind) {
      case GIF -> new FileFacts(kind, Math.max(1, GifBlocks.of(bytes).frames()), USUAL);
      case TIFF -> tiff(bytes);
      case PNG ->
          new FileFacts(
              kind,
              moving(bytes, kind),
              bytes.size() > PNG_DEPTH ? Chunk.number(bytes, PNG_DEPTH, 1) : USUAL);
      case WEBP -> {
        Stream<Chunk> chunks = Chunk.of(bytes, kind).stream();
        long frames = chunks.filter(chunk -> chunk.name().equals("ANMF")).count();
        yield new FileFacts(kind, (int) Math.max(1, frames), USUAL);
      }
      default -> new FileFacts(kind, 1, USUAL);
    };
  }

  /** Whether more was written down of each colour than is used. */
  public boolean isDeep() {
    return depth > USUAL;
  }

  public boolean hasPages() {
    return kind == FileKind.TIFF;
  }

  /** Of several pictures, which one this is; else empty. */
  String which() {
    return frames == 1
        ? ""
        : String.format(
            Locale.ROOT, "This is the first of %,d %s.", frames, hasPages() ? "pages" : "frames");
  }

  private static int moving(Bytes png, FileKind kind) {
    return Chunk.of(png, kind).stream()
        .filter(chunk -> chunk.name().equals("acTL") && chunk.length() >= 4)
        .mapToInt(chunk -> Math.max(1, Chunk.number(png, chunk.from(), 4)))
        .findFirst()
        .orElse(1);
  }

  private static FileFacts tiff(Bytes tiff) {
    ImageReader reader = PictureReader.reader(FileKind.TIFF);
    try (BytesInput in = new BytesInput(tiff, () -> false)) {
      reader.setInput(in, false, true);
      int pages = Math.max(1, reader.getNumImages(true));
      int depth = reader.getRawImageType(0).getSampleModel().getSampleSize(0);
      return new FileFacts(FileKind.TIFF, pages, depth);
    } catch (IOException | RuntimeException e) {
      return new FileFacts(FileKind.TIFF, 1, USUAL);
    } finally {
      reader.dispose();
    }
  }
}
