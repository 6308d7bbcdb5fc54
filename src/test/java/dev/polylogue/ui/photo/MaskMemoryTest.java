package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.photo.Area;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mask that is drawn and not yet sent is work, too. */
class MaskMemoryTest {
  @TempDir private Path home;
  private Bench bench;
  private final List<Exception> trouble = new ArrayList<>();
  private final OnTheSpot work = new OnTheSpot();
  private UUID session;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    PhotoViewModel first = start();
    session = first.sessionProperty().get().id();
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(trouble).isEmpty();
  }

  /** The program with nothing in its memory, on the photo that was taken in. */
  private PhotoViewModel start() {
    PhotoTools tools = tools();
    PhotoViewModel photo = PhotoBench.photo(bench, tools);
    if (session == null) {
      new PhotosViewModel(tools, photo).take(List.of(Path.of("bay.png")));
    } else {
      photo.open(session);
    }
    photo.arrived(source(photo), WrittenLab.SIZE);
    return photo;
  }

  private PhotoTools tools() {
    return PhotoBench.tools(bench, work, trouble);
  }

  private static Blob source(PhotoViewModel photo) {
    return photo.tiles().getFirst().picture();
  }

  private PhotoViewModel drawn() {
    PhotoViewModel photo = start();
    photo.mask().rectangle(new Area(0, 0, 20, 15), false);
    photo.mask().featherProperty().set(3);
    photo.saveDraft();
    return photo;
  }

  @Test
  void comesBackAfterAKillAsItWasDrawn_D01() {
    double share = drawn().mask().shareProperty().get();

    MaskViewModel after = start().mask();

    assertThat(after.shareProperty().get()).isEqualTo(share).isPositive();
    assertThat(after.featherProperty().get()).isEqualTo(3);
  }

  @Test
  void isKeptWhenAnotherSourceComesBeforeThePauseInDrawing() {
    PhotoViewModel photo = start();
    photo.mask().rectangle(new Area(0, 0, 20, 15), false);

    new PhotosViewModel(tools(), photo).take(List.of(Path.of("other.png")));

    assertThat(start().mask().emptyProperty().get()).isFalse();
  }

  @Test
  void goesWhenItIsTakenAwayOrSentOrForgotten_D36() throws Exception {
    drawn();
    assertThat(kept()).hasSize(1);
    PhotoViewModel photo = start();
    photo.mask().clear();
    photo.saveDraft();
    assertThat(kept()).isEmpty();

    PhotoViewModel sending = drawn();
    sending.compose().models().setAll(new ModelRef("sandbox", "darkroom"));
    sending.compose().instructionProperty().set("Make it dusk");
    sending.edit();
    bench.awaitStreams(1);
    assertThat(kept()).isEmpty();
    bench.streams.getFirst().draw(WrittenLab.png("dusk")).end();
    PhotoBench.settle(sending);

    sending.mask().rectangle(new Area(20, 0, 20, 15), false);
    sending.saveDraft();
    assertThat(kept()).hasSize(1);
    bench.services.order().forget(List.of(session));
    assertThat(kept()).isEmpty();
  }

  /** The program as it begins, before the picture can be seen. */
  private PhotoViewModel begun() {
    PhotoViewModel photo = PhotoBench.photo(bench, tools());
    photo.open(session);
    photo.compose().models().setAll(new ModelRef("sandbox", "darkroom"));
    photo.compose().instructionProperty().set("Make it dusk");
    return photo;
  }

  private Blob sentMask(PhotoViewModel photo, int streams) {
    photo.edit();
    return lastMask(photo, streams);
  }

  private Blob lastMask(PhotoViewModel photo, int streams) {
    bench.awaitStreams(streams);
    Blob mask =
        photo.sessionProperty().get().turns().stream()
            .reduce((before, after) -> after)
            .map(turn -> photo.sessionProperty().get().step(turn.id()).mask())
            .orElse(null);
    bench.streams.getLast().draw(WrittenLab.png("dusk" + streams)).end();
    PhotoBench.settle(photo);
    return mask;
  }

  @Test
  void nothingIsSentBeforeTheMaskThatWasDrawnIsBack_T28() {
    drawn();
    PhotoViewModel photo = begun();

    photo.edit();
    assertThat(photo.sessionProperty().get().turns()).isEmpty();

    photo.arrived(source(photo), WrittenLab.SIZE);
    assertThat(lastMask(photo, 1)).isNotNull();
  }

  @Test
  void nothingIsSentBeforeTheMaskOfTheLastEditIsBack_T28() {
    drawn();
    PhotoViewModel before = begun();
    before.arrived(source(before), WrittenLab.SIZE);
    Blob mask = sentMask(before, 1);
    assertThat(mask).isNotNull();
    PhotoViewModel photo = begun();

    work.hold();
    photo.arrived(source(photo), WrittenLab.SIZE);
    photo.edit();
    assertThat(photo.sessionProperty().get().turns()).as("it is still being read").hasSize(1);
    work.letGo();

    assertThat(photo.mask().emptyProperty().get()).isFalse();
    assertThat(lastMask(photo, 2)).isNotNull();
  }

  @Test
  void nothingIsWaitedForWhereNothingWasDrawn() {
    PhotoViewModel photo = begun();

    assertThat(sentMask(photo, 1)).isNull();
  }

  /** What the window shows is what is sent: without a mask only where the user says so. */
  @Test
  void whereTheMaskCannotBeReadThatIsSaidAndTheEditIsMadeOnlyWhenItIsWantedWithout_T28()
      throws Exception {
    drawn();
    Files.write(kept().getFirst(), new byte[] {1, 2, 3});
    PhotoViewModel photo = begun();
    photo.edit();

    photo.arrived(source(photo), WrittenLab.SIZE);
    assertThat(trouble).hasSize(1);
    trouble.clear();
    assertThat(photo.preparingProperty().get()).isFalse();
    assertThat(photo.sessionProperty().get().turns()).isEmpty();
    NewsViewModel.News objection = photo.objectionProperty().get();
    assertThat(objection.words()).contains("mask", "can’t be read");

    objection.action().run();
    assertThat(lastMask(photo, 1)).isNull();
    assertThat(kept()).as("it is gone for good").isEmpty();
  }

  @Test
  void aMaskThatIsDrawnAnewCountsInPlaceOfOneThatCannotBeRead() throws Exception {
    drawn();
    Files.write(kept().getFirst(), new byte[] {1, 2, 3});
    PhotoViewModel photo = begun();
    photo.arrived(source(photo), WrittenLab.SIZE);
    trouble.clear();

    photo.mask().rectangle(new Area(0, 0, 20, 15), false);

    assertThat(sentMask(photo, 1)).isNotNull();
  }

  @Test
  void whereThePhotoCannotBeShownNobodyWaitsForItsMaskInSilence() {
    drawn();
    PhotoViewModel photo = begun();
    photo.edit();
    assertThat(photo.preparingProperty().get()).isTrue();

    photo.missing(source(photo));

    assertThat(photo.preparingProperty().get()).isFalse();
    assertThat(photo.sessionProperty().get().turns()).isEmpty();
    photo.objectionProperty().get().action().run();
    assertThat(lastMask(photo, 1)).isNull();
  }

  @Test
  void whoStopsWhileTheMaskIsAwaitedSendsNothing() {
    drawn();
    PhotoViewModel photo = begun();
    photo.edit();

    photo.stop();

    photo.arrived(source(photo), WrittenLab.SIZE);
    assertThat(photo.sessionProperty().get().turns()).isEmpty();
  }

  @Test
  void anotherSessionOfTheSamePhotoHasItsOwn() {
    drawn();
    PhotoViewModel photo = start();
    new PhotosViewModel(tools(), photo).take(List.of(Path.of("bay.png")));
    TileViewModel tile = photo.tiles().getFirst();
    photo.arrived(tile.picture(), WrittenLab.SIZE);
    assertThat(photo.mask().emptyProperty().get()).isTrue();

    photo.open(session);
    assertThat(photo.tiles().getFirst()).as("which is shown anew").isNotSameAs(tile);
    photo.arrived(source(photo), WrittenLab.SIZE);
    assertThat(photo.mask().emptyProperty().get()).isFalse();
  }

  /** It was never read back where the picture was still at hand from another session. */
  @Test
  void comesBackAlsoWhereThePictureIsThereAtOnce() {
    drawn();
    PhotoViewModel photo = PhotoBench.photo(bench, tools());
    photo
        .tiles()
        .addListener(
            (ListChangeListener<TileViewModel>)
                change -> {
                  if (!photo.tiles().isEmpty()) {
                    photo.arrived(source(photo), WrittenLab.SIZE);
                  }
                });
    new PhotosViewModel(tools(), photo).take(List.of(Path.of("bay.png")));

    photo.open(session);

    assertThat(photo.mask().emptyProperty().get()).isFalse();
    photo.compose().models().setAll(new ModelRef("sandbox", "darkroom"));
    photo.compose().instructionProperty().set("Make it dusk");
    assertThat(sentMask(photo, 1)).isNotNull();
  }

  private List<Path> kept() throws Exception {
    try (Stream<Path> files = Files.walk(home.resolve("drafts"))) {
      return files.filter(file -> file.toString().endsWith(".png")).toList();
    }
  }
}
