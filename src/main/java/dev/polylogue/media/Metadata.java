package dev.polylogue.media;

import java.util.Set;

/**
 * What stands in a picture file beside its pixels. None of it is ever sent (T28, I13).
 *
 * @param found what there is
 * @param camera its maker and model; {@code ""} when it is not named
 * @param fields how many entries EXIF has, maker notes among them
 * @param orientation which way up it was stored, from 1 to 8; 1 is upright
 * @param profile the name of its colour profile; {@code ""} when it has none
 * @param damaged that some of it could not be read (I14)
 */
public record Metadata(
    Set<Trace> found, String camera, int fields, int orientation, String profile, boolean damaged) {
  public static final Metadata NONE = new Metadata(Set.of(), "", 0, 1, "", false);

  public Metadata {
    found = Set.copyOf(found);
  }

  /** A kind of data that says something of the one who took or made the picture. */
  public enum Trace {
    /** Where it was taken. */
    PLACE,
    /** Which camera took it. */
    CAMERA,
    /** Which one of all cameras of that model, or which lens. */
    SERIAL,
    /** When it was taken. */
    DATE,
    /** Who took it, or has the rights. */
    PERSON,
    /** What the camera notes for its maker. */
    MAKER_NOTES,
    /** A small picture of it, perhaps from before it was cropped. */
    THUMBNAIL,
    XMP,
    IPTC,
    /** Words of whatever program. */
    COMMENT,
    /** Who made and changed it, signed (C2PA). */
    PROVENANCE,
    /** Bytes behind the end of the picture. */
    TRAILER
  }
}
