package dev.polylogue.media;

import java.util.Set;

/** What of a photo's EXIF can be given to a picture that was made of it. */
public enum ExifPart {
  /**
   * When it was taken: DateTimeOriginal and DateTimeDigitized, with their offsets and fractions.
   */
  DATE(0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292),
  /** Maker and model of the camera; never its serial number. */
  CAMERA(0x010f, 0x0110),
  /** Maker, model and range of the lens; never its serial number. */
  LENS(0xa432, 0xa433, 0xa434),
  /** Time, aperture, sensitivity, focal length, flash and how they were chosen. */
  EXPOSURE(
      0x829a, 0x829d, 0x8822, 0x8827, 0x8830, 0x8832, 0x9201, 0x9202, 0x9204, 0x9205, 0x9207,
      0x9208, 0x9209, 0x920a, 0xa402, 0xa403, 0xa405),
  /** Who took it, and who has the rights. */
  RIGHTS(0x013b, 0x8298),
  /** Where it was taken: everything of the GPS directory. */
  PLACE;

  /** One of {@link Set#of}, which can't be changed. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Integer> tags;

  ExifPart(Integer... tags) {
    this.tags = Set.of(tags);
  }

  boolean has(int tag) {
    return tags.contains(tag);
  }
}
