package dev.polylogue.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a photo's EXIF goes into a result. */
class ExifTest {
  private static final Set<ExifPart> ALL = EnumSet.allOf(ExifPart.class);

  /** Turned on its side, by CanaryCamera, somewhere in the north. */
  private static final Bytes PHOTO = Made.photo(60, 30, 6);

  private static Metadata saved(FileKind kind, Set<ExifPart> parts) {
    Bytes exif = Exif.of(PHOTO, FileKind.JPEG, parts);
    Bytes plain = Made.written(Made.halves(8, 8), kind == FileKind.PNG ? "png" : "jpeg");
    Bytes whole = Exif.into(plain, kind, exif);
    assertThat(Made.read(whole)).as("still a picture").isNotNull();
    return PictureReader.metadata(whole, kind);
  }

  @ParameterizedTest
  @EnumSource(names = {"PNG", "JPEG"})
  void whatWasChosenIsThereAndNothingElse_I13(FileKind kind) {
    Metadata camera = saved(kind, Set.of(ExifPart.CAMERA));
    assertThat(camera.camera()).isEqualTo("CanaryCamera");
    assertThat(camera.found()).containsExactly(Metadata.Trace.CAMERA);
    assertThat(camera.orientation()).as("its pixels are upright").isEqualTo(1);
    assertThat(camera.damaged()).isFalse();

    Metadata place = saved(kind, Set.of(ExifPart.PLACE));
    assertThat(place.found()).containsExactly(Metadata.Trace.PLACE);
    assertThat(place.camera()).isEmpty();
    assertThat(saved(kind, ALL).found())
        .containsExactlyInAnyOrder(Metadata.Trace.CAMERA, Metadata.Trace.PLACE);
  }

  @Test
  void itTakesThePlaceOfWhatThePictureHas() {
    Bytes exif = Exif.of(PHOTO, FileKind.JPEG, Set.of(ExifPart.CAMERA));
    Bytes twice =
        Exif.into(Exif.into(Made.photo(8, 8, 3), FileKind.JPEG, exif), FileKind.JPEG, exif);
    String latin = new String(twice.toArray(), StandardCharsets.ISO_8859_1);
    assertThat(latin.split("Exif", -1)).hasSize(2);
    Metadata read = PictureReader.metadata(twice, FileKind.JPEG);
    assertThat(read.orientation()).isEqualTo(1);
    assertThat(read.found()).containsExactly(Metadata.Trace.CAMERA);
  }

  @Test
  void aPhotoWithoutThemGivesNothing() {
    assertThat(Exif.of(PHOTO, FileKind.JPEG, Set.of(ExifPart.RIGHTS)).size()).isZero();
    Bytes plain = Made.written(Made.halves(8, 8), "png");
    assertThat(Exif.of(plain, FileKind.PNG, ALL).size()).isZero();
  }

  @Test
  void damagedExifIsLeftOutAndBreaksNothing_I14() {
    byte[] whole = PHOTO.toArray();
    for (int at = 10; at < 140; at++) {
      byte before = whole[at];
      for (int value : new int[] {0, 0x7f, 0xff}) {
        whole[at] = (byte) value;
        Bytes exif = Exif.of(Bytes.of(whole), FileKind.JPEG, ALL);
        assertThat(exif.size()).isLessThan(60_000);
      }
      whole[at] = before;
    }
  }
}
