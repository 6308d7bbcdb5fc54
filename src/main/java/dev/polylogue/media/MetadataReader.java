package dev.polylogue.media;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.Metadata.Trace;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what stands beside the pixels. EXIF alone is parsed; the rest is told by its name, so that
 * no compressed text is unpacked (I11) and no XML is read.
 */
final class MetadataReader {
  private static final int SERIAL_OF_BODY = 0xa431;
  private static final int SERIAL_OF_LENS = 0xa435;
  private static final int OWNER = 0xa430;

  private final Bytes bytes;
  private final FileKind kind;
  private final Set<Trace> found = EnumSet.noneOf(Trace.class);
  private final com.drew.metadata.Metadata exif = new com.drew.metadata.Metadata();
  private boolean damaged;

  private MetadataReader(Bytes bytes, FileKind kind) {
    this.bytes = bytes;
    this.kind = kind;
  }

  /**
   * @param chunks of these bytes
   */
  static Metadata read(Bytes bytes, FileKind kind, List<Chunk> chunks, String profile) {
    MetadataReader reader = new MetadataReader(bytes, kind);
    chunks.forEach(reader::look);
    if (kind == FileKind.TIFF) {
      reader.tiff();
    } else if (kind == FileKind.GIF) {
      reader.found.addAll(GifBlocks.of(bytes).traces());
    }
    return reader.summary(profile);
  }

  private void look(Chunk chunk) {
    switch (kind) {
      case JPEG -> jpeg(chunk);
      case PNG -> png(chunk);
      case WEBP -> webp(chunk);
      default -> throw new IllegalArgumentException(kind.words());
    }
  }

  private void jpeg(Chunk chunk) {
    if (chunk.name().equals("APP1") && chunk.begins(bytes, "Exif\0")) {
      exif(chunk, 6);
    } else if (chunk.name().equals("APP1")) {
      found.add(chunk.begins(bytes, "http://ns.adobe.com/") ? Trace.XMP : Trace.COMMENT);
    } else if (chunk.name().equals("APP2") && chunk.begins(bytes, "MPF\0")) {
      found.add(Trace.THUMBNAIL);
    } else if (chunk.name().equals("APP11")) {
      found.add(Trace.PROVENANCE);
    } else if (chunk.name().equals("APP13")) {
      found.add(Trace.IPTC);
    } else if (chunk.name().equals("COM")) {
      found.add(Trace.COMMENT);
    }
  }

  private void png(Chunk chunk) {
    switch (chunk.name()) {
      case "eXIf" -> exif(chunk, 0);
      case "iTXt" ->
          found.add(chunk.begins(bytes, "XML:com.adobe.xmp") ? Trace.XMP : Trace.COMMENT);
      case "tEXt", "zTXt" -> found.add(Trace.COMMENT);
      case "tIME" -> found.add(Trace.DATE);
      case "caBX" -> found.add(Trace.PROVENANCE);
      default -> {
        // pixels, and what they need
      }
    }
  }

  private void webp(Chunk chunk) {
    switch (chunk.name()) {
      case "EXIF" -> exif(chunk, chunk.begins(bytes, "Exif\0") ? 6 : 0);
      case "XMP " -> found.add(Trace.XMP);
      case "C2PA" -> found.add(Trace.PROVENANCE);
      default -> {
        // pixels, and what they need
      }
    }
  }

  private void exif(Chunk chunk, int skipped) {
    try {
      new ExifReader().extract(new ByteArrayReader(chunk.content(bytes), skipped), exif);
    } catch (RuntimeException e) {
      damaged = true;
    }
  }

  private void tiff() {
    try {
      com.drew.metadata.Metadata read = TiffMetadataReader.readMetadata(BytesInput.stream(bytes));
      read.getDirectories().forEach(exif::addDirectory);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      damaged = true;
    }
  }

  private Metadata summary(String profile) {
    int fields = 0;
    String maker = "";
    String model = "";
    int orientation = Orientation.UPRIGHT;
    for (Directory part : exif.getDirectories()) {
      fields += part.getTagCount();
      damaged |= part.hasErrors();
      if (part instanceof ExifDirectoryBase base) {
        look(base);
        maker = maker.isEmpty() ? text(base, ExifDirectoryBase.TAG_MAKE) : maker;
        model = model.isEmpty() ? text(base, ExifDirectoryBase.TAG_MODEL) : model;
        orientation = orientation == Orientation.UPRIGHT ? orientation(base) : orientation;
      } else if (part.getName().toLowerCase(Locale.ROOT).contains("makernote")) {
        found.add(Trace.MAKER_NOTES);
        serial(part);
      }
    }
    String camera =
        Stream.of(model.startsWith(maker) ? "" : maker, model)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(" "));
    if (!camera.isEmpty()) {
      found.add(Trace.CAMERA);
    }
    return new Metadata(found, camera, fields, orientation, profile, damaged);
  }

  private void look(ExifDirectoryBase part) {
    mark(Trace.PLACE, part instanceof GpsDirectory && part.getTagCount() > 0);
    mark(Trace.THUMBNAIL, part instanceof ExifThumbnailDirectory);
    mark(Trace.SERIAL, part.containsTag(SERIAL_OF_BODY) || part.containsTag(SERIAL_OF_LENS));
    mark(
        Trace.PERSON,
        part.containsTag(OWNER)
            || part.containsTag(ExifDirectoryBase.TAG_ARTIST)
            || part.containsTag(ExifDirectoryBase.TAG_COPYRIGHT));
    mark(
        Trace.DATE,
        part.containsTag(ExifDirectoryBase.TAG_DATETIME)
            || part.containsTag(ExifDirectoryBase.TAG_DATETIME_ORIGINAL));
    mark(Trace.MAKER_NOTES, part.containsTag(ExifDirectoryBase.TAG_MAKERNOTE));
  }

  private void serial(Directory notes) {
    mark(
        Trace.SERIAL,
        notes.getTags().stream()
            .anyMatch(tag -> tag.getTagName().toLowerCase(Locale.ROOT).contains("serial")));
  }

  private void mark(Trace trace, boolean there) {
    if (there) {
      found.add(trace);
    }
  }

  private static String text(Directory part, int tag) {
    String text = part.getString(tag);
    return text == null ? "" : FileNames.shown(text);
  }

  private static int orientation(Directory part) {
    Integer way = part.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return way != null && way >= 1 && way <= 8 ? way : Orientation.UPRIGHT;
  }
}
