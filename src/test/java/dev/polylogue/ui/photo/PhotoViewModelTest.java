package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.photo.Area;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.WrittenStream;
import dev.polylogue.ui.fx.Work;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoViewModelTest {
  private static final ModelRef FIRST = new ModelRef("sandbox", "darkroom");
  private static final ModelRef SECOND = new ModelRef("sandbox", "darkroom-strong");

  @TempDir private Path home;
  private Bench bench;
  private final List<Exception> trouble = new ArrayList<>();
  private PhotoViewModel photo;
  private PhotosViewModel photos;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    PhotoTools tools = PhotoBench.tools(bench, new OnTheSpot(), trouble);
    photo = PhotoBench.photo(bench, tools);
    photos = new PhotosViewModel(tools, photo);
    photos.take(List.of(Path.of("bay.png")));
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(trouble).isEmpty();
  }

  private List<WrittenStream> edit(String words, ModelRef... models) {
    int before = bench.streams.size();
    photo.compose().models().setAll(models);
    photo.compose().instructionProperty().set(words);
    photo.edit();
    bench.awaitStreams(before + models.length);
    // Each is prepared on a thread of its own, so that they are opened in any order.
    List<ModelRef> asked = List.of(models);
    return bench.streams.subList(before, bench.streams.size()).stream()
        .sorted(Comparator.comparingInt(stream -> asked.indexOf(stream.edit().card().ref())))
        .toList();
  }

  private void frames(BooleanSupplier until) {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!until.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it came to that within a minute").isLessThan(patience);
      photo.frame();
      Thread.onSpinWait();
    }
  }

  private void finish(WrittenStream stream, String picture) {
    stream.draw(WrittenLab.png(picture)).end();
  }

  private void settle() {
    frames(() -> !photo.liveProperty().get());
  }

  @Test
  void aPhotoOpensWithItselfAsTheOnlyTile() {
    assertThat(photo.tiles()).hasSize(1);
    assertThat(photo.tiles().getFirst().state()).isEqualTo(TileViewModel.State.SOURCE);
    assertThat(photos.entries()).hasSize(1);
    assertThat(photos.entries().getFirst().photo().name()).isEqualTo("bay.png");
  }

  @Test
  void oneInstructionGoesToEveryChosenModelWordForWord() {
    List<WrittenStream> streams = edit("  Make it dusk  ", FIRST, SECOND);

    assertThat(streams).allMatch(stream -> stream.edit().instruction().equals("  Make it dusk  "));
    assertThat(photo.tiles()).hasSize(3);
    assertThat(photo.tiles().get(1).state()).isEqualTo(TileViewModel.State.WORKING);
    assertThat(photo.liveProperty().get()).isTrue();
  }

  /** Else its tile would stand as live for ever. */
  @Test
  void whatEndsBetweenBeingReadAndBeingShownIsReadOnceMore() throws Exception {
    List<WrittenStream> streams = edit("Make it dusk", FIRST);
    UUID session = photo.sessionProperty().get().id();
    LiveEdits.Seen seen = LiveEdits.look(bench.services.photos(), session);
    finish(streams.getFirst(), "dusk");
    settle();

    LiveEdits late = new LiveEdits();
    late.follow(seen.session().orElseThrow(), seen.rounds(), 0);
    assertThat(late.ended()).hasSize(1);

    LiveEdits.Seen again = LiveEdits.look(bench.services.photos(), session);
    LiveEdits later = new LiveEdits();
    later.follow(again.session().orElseThrow(), seen.rounds(), 0);
    assertThat(later.anyProperty().get()).isFalse();
  }

  @Test
  void theSameIsNotAskedForAgainWhileItIsBeingMade_T30() {
    List<WrittenStream> streams = edit("Make it dusk", FIRST);
    photo.edit();
    photo.edit();
    assertThat(bench.streams).hasSize(1);
    assertThat(photo.sessionProperty().get().turns()).hasSize(1);

    finish(streams.getFirst(), "dusk");
    settle();
    finish(edit("Make it dusk", FIRST).getFirst(), "dusk again");
    settle();
    assertThat(photo.sessionProperty().get().turns()).hasSize(2);
  }

  /** The photo on screen, opened anew by a program that works as the test says. */
  private PhotoViewModel opened(Work inOrder) {
    PhotoTools usual = PhotoBench.tools(bench, new OnTheSpot(), trouble);
    PhotoViewModel opened =
        PhotoBench.photo(
            bench,
            new PhotoTools(
                usual.photos(),
                usual.lab(),
                new PhotoTools.Works(usual.works().each(), inOrder),
                usual.texts(),
                usual.clock(),
                usual.trouble()));
    opened.open(photo.sessionProperty().get().id());
    opened.compose().models().setAll(FIRST);
    opened.compose().instructionProperty().set("Make it dusk");
    return opened;
  }

  @Test
  void nothingLeavesOnceItWasStoppedWhileItWasMadeReady_T30() {
    OnTheSpot inOrder = new OnTheSpot();
    photo = opened(inOrder);

    inOrder.hold();
    photo.edit();
    assertThat(photo.preparingProperty().get()).as("it shows from the press on").isTrue();
    photo.stop();
    assertThat(photo.preparingProperty().get()).isFalse();
    inOrder.letGo();

    assertThat(photo.sessionProperty().get().turns()).isEmpty();
    assertThat(bench.streams).isEmpty();
    assertThat(photo.compose().instructionProperty().get()).isEqualTo("Make it dusk");

    photo.edit();
    bench.awaitStreams(1);
    finish(bench.streams.getFirst(), "dusk");
    settle();
    assertThat(photo.tiles().get(1).state()).isEqualTo(TileViewModel.State.DONE);
  }

  @Test
  void whatHasJustBegunWhenItIsStoppedEndsAsStopped_F84() {
    AtomicReference<PhotoViewModel> stopped = new AtomicReference<>();
    photo =
        opened(
            new Work() {
              @Override
              public <T> void run(
                  Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
                new OnTheSpot()
                    .<T>run(
                        work,
                        result -> {
                          Optional.ofNullable(stopped.get()).ifPresent(PhotoViewModel::stop);
                          done.accept(result);
                        },
                        failed);
              }
            });
    stopped.set(photo);

    photo.edit();

    settle();
    assertThat(photo.tiles().get(1).state()).isEqualTo(TileViewModel.State.STOPPED);
  }

  @Test
  void aTileSaysAtOnceThatItIsBeingStopped() {
    edit("Make it dusk", FIRST, SECOND);
    TileViewModel tile = photo.tiles().get(1);

    photo.stop(tile);

    assertThat(tile.state()).isIn(TileViewModel.State.STOPPING, TileViewModel.State.STOPPED);
    assertThat(photo.tiles().get(2).state()).isEqualTo(TileViewModel.State.WORKING);
    photo.stop();
    settle();
  }

  @Test
  void nothingIsSentWithoutWordsOrModels() {
    photo.compose().models().setAll(FIRST);
    photo.compose().instructionProperty().set("  ");
    photo.edit();
    photo.compose().models().clear();
    photo.compose().instructionProperty().set("Make it dusk");
    photo.edit();

    assertThat(bench.streams).isEmpty();
  }

  @Test
  void resultsComeOneByOneAndAreComparedWithTheSource() {
    List<WrittenStream> streams = edit("Make it dusk", FIRST, SECOND);
    finish(streams.getFirst(), "dusk");
    TileViewModel first = photo.tiles().get(1);
    frames(() -> first.state() == TileViewModel.State.DONE);

    assertThat(photo.tiles().get(2).state()).isEqualTo(TileViewModel.State.WORKING);
    assertThat(first.changeProperty().get()).isNotNull();
    finish(streams.get(1), "dusk too");
    settle();
    assertThat(photo.tiles()).allMatch(tile -> tile.picture() != null);
    assertThat(photo.tiles().get(1)).as("tiles stay").isSameAs(first);
  }

  @Test
  void aSketchIsShownWhileAPictureIsMade() {
    List<WrittenStream> streams = edit("Make it dusk", FIRST);
    streams.getFirst().sketch(Bytes.of("sketch"));
    TileViewModel tile = photo.tiles().get(1);

    frames(() -> tile.faceProperty().get().sketch() != null);

    assertThat(tile.picture()).isNull();
    finish(streams.getFirst(), "dusk");
    settle();
    assertThat(tile.faceProperty().get().sketch()).isNull();
    assertThat(tile.faceProperty().get().words()).as("no sketch any more").isEmpty();
  }

  @Test
  void theLastSketchStaysInTheTileAndIsNamedOneWhenItBreaksOff() {
    WrittenStream stream = edit("Make it dusk", FIRST).getFirst();
    stream.sketch(WrittenLab.png("sketch")).fail();
    settle();
    TileViewModel tile = photo.tiles().get(1);

    assertThat(tile.state()).isEqualTo(TileViewModel.State.DONE);
    assertThat(tile.picture()).isNotNull();
    assertThat(tile.faceProperty().get().words()).startsWith("This is a sketch");
    assertThat(tile.faceProperty().get().notes()).startsWith("Closed.");
  }

  @Test
  void whatIsStoppedKeepsItsSketchToo() {
    WrittenStream stream = edit("Make it dusk", FIRST).getFirst();
    stream.sketch(WrittenLab.png("sketch"));
    TileViewModel tile = photo.tiles().get(1);
    frames(() -> tile.faceProperty().get().sketch() != null);

    photo.stop(tile);
    settle();

    assertThat(tile.picture()).isNotNull();
    assertThat(tile.faceProperty().get().words()).startsWith("This is a sketch");
  }

  @Test
  void oneTileCanBeCancelledAndTheOthersGoOn() {
    List<WrittenStream> streams = edit("Make it dusk", FIRST, SECOND);
    TileViewModel first = photo.tiles().get(1);

    photo.stop(first);
    frames(() -> first.state() == TileViewModel.State.STOPPED);

    assertThat(first.faceProperty().get().words()).isEqualTo(Bench.TEXTS.get("photo.stopped"));
    assertThat(photo.tiles().get(2).state()).isEqualTo(TileViewModel.State.WORKING);
    finish(streams.get(1), "dusk");
    settle();
  }

  @Test
  void onlyTheStepOnViewIsStopped() {
    WrittenStream first = edit("Make it dusk", FIRST).getFirst();
    UUID hidden = photo.stepProperty().get();
    edit("Add snow", SECOND);
    assertThat(photo.awaitedProperty().get()).isTrue();

    photo.stop();
    frames(() -> !photo.awaitedProperty().get());

    assertThat(photo.liveProperty().get()).as("the step before goes on").isTrue();
    finish(first, "dusk");
    settle();
    photo.showStep(hidden);
    assertThat(photo.tiles().get(1).state()).isEqualTo(TileViewModel.State.DONE);
  }

  @Test
  void whatWasOpenedOverThePicturesIsClosedOneAfterAnother() {
    photo.mask().toolProperty().set(MaskViewModel.Tool.BRUSH);
    photo.modeProperty().set(PhotoViewModel.Mode.WIPE);
    photo.aloneProperty().set(true);

    photo.back();
    assertThat(photo.mask().toolProperty().get()).isEqualTo(MaskViewModel.Tool.HAND);
    assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.WIPE);
    photo.back();
    assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.TILES);
    assertThat(photo.aloneProperty().get()).isTrue();
    photo.back();
    assertThat(photo.aloneProperty().get()).isFalse();
  }

  @Test
  void picturesToChooseFromAreToldApartByWhatWasAskedAndByNumber() {
    finish(edit("Make it dusk", FIRST).getFirst(), "dusk");
    settle();
    PictureRef dusk = photo.tiles().get(1).ref();
    finish(edit("Add snow", FIRST).getFirst(), "snow");
    settle();
    photo.retry(photo.tiles().get(1));
    bench.awaitStreams(3);
    finish(bench.streams.get(2), "more snow");
    settle();
    photo.compare(dusk, photo.tiles().get(1).ref());

    List<TileViewModel> offered =
        List.of(photo.pair().get(0), photo.pair().get(1), photo.tiles().get(2));
    TileNames names = new TileNames(offered, Bench.TEXTS);

    assertThat(offered)
        .extracting(names::name)
        .containsExactly(
            "darkroom · Make it dusk", "darkroom · Add snow #1", "darkroom · Add snow #2");
    assertThat(new TileNames(List.copyOf(photo.tiles()), Bench.TEXTS).name(photo.tiles().get(1)))
        .as("where all was asked in the same words, these need not be said")
        .isEqualTo("darkroom #1");
  }

  @Test
  void whatStandsInTheComposerIsKeptAlsoAfterItWasSent() throws Exception {
    edit("Make it dusk", FIRST);

    var kept = bench.services.photos().open(photo.sessionProperty().get().id()).orElseThrow();

    assertThat(kept.comparison().draft()).isEqualTo("Make it dusk");
  }

  @Test
  void whatFailedSaysWhyAndCanBeTriedAgainInItsPlace() {
    List<WrittenStream> streams = edit("Make it dusk", FIRST);
    streams.getFirst().fail();
    settle();
    TileViewModel failed = photo.tiles().get(1);
    assertThat(failed.state()).isEqualTo(TileViewModel.State.FAILED);
    assertThat(failed.faceProperty().get().words()).isEqualTo("Closed.");

    photo.retry(failed);
    bench.awaitStreams(2);

    assertThat(photo.tiles()).hasSize(2);
    assertThat(photo.tiles().get(1).state()).isEqualTo(TileViewModel.State.WORKING);
    finish(bench.streams.get(1), "dusk");
    settle();
    assertThat(photo.tiles().get(1).state()).isEqualTo(TileViewModel.State.DONE);
  }

  @Test
  void aResultBecomesTheNextSourceAndTheWayBackStaysOpen() {
    finish(edit("Make it dusk", FIRST).getFirst(), "dusk");
    settle();
    TileViewModel dusk = photo.tiles().get(1);

    photo.use(dusk.ref());
    assertThat(photo.tiles()).hasSize(1);
    assertThat(photo.tiles().getFirst().picture()).isEqualTo(dusk.picture());
    finish(edit("Add snow", FIRST).getFirst(), "snow");
    settle();

    assertThat(photo.sessionProperty().get().step(photo.stepProperty().get()).source())
        .isEqualTo(dusk.ref());
    assertThat(photo.tiles()).hasSize(2);
    photo.use(null);
    assertThat(photo.tiles()).extracting(TileViewModel::ref).containsExactly(null, dusk.ref());
    photo.step(1);
    assertThat(photo.sourceProperty().get()).isEqualTo(dusk.ref());
  }

  @Test
  void aMaskGoesAlongAndTheOutsideIsKeptWhenThatIsWanted() {
    photo.arrived(photo.tiles().getFirst().picture(), WrittenLab.SIZE);
    photo.mask().rectangle(new Area(0, 0, 40, 15), false);
    photo.mask().featherProperty().set(3);
    photo.compose().keepProperty().set(true);

    List<WrittenStream> streams = edit("Make it dusk", FIRST);

    assertThat(streams.getFirst().edit().mask()).isNotNull();
    EditStep step = photo.sessionProperty().get().step(photo.stepProperty().get());
    assertThat(step.outside()).isEqualTo(new EditStep.Outside(true, 3));
    UUID session = photo.sessionProperty().get().id();
    photo.leave();
    photo.compose().keepProperty().set(false);
    photo.open(session);
    assertThat(photo.compose().keepProperty().get()).as("as it was asked for last").isTrue();
    finish(streams.getFirst(), "dusk");
    settle();
    assertThat(photo.tiles().get(1).keeping()).isNotNull();
    assertThat(photo.tiles().get(1).changeProperty().get().outside()).isEqualTo(0.004);
  }

  @Test
  void anEmptyMaskIsNoMask() {
    photo.arrived(photo.tiles().getFirst().picture(), WrittenLab.SIZE);

    List<WrittenStream> streams = edit("Make it dusk", FIRST);

    assertThat(streams.getFirst().edit().mask()).isNull();
  }

  @Test
  void severalPicturesOfOneModelAreTilesOfTheirOwn() {
    photo.compose().countProperty().set(2);
    List<WrittenStream> streams = edit("Make it dusk", FIRST);
    assertThat(streams.getFirst().edit().options().n()).isEqualTo(2);
    assertThat(photo.tiles()).hasSize(3);

    streams.getFirst().draw(Bytes.of("one")).draw(Bytes.of("two")).end();
    settle();

    assertThat(photo.tiles())
        .extracting(TileViewModel::title)
        .containsExactly("Original", "darkroom #1", "darkroom #2");
  }

  @Test
  void aStarAndTheTrashAreKept() throws Exception {
    finish(edit("Make it dusk", FIRST).getFirst(), "dusk");
    settle();
    TileViewModel dusk = photo.tiles().get(1);

    photo.star(dusk);
    assertThat(dusk.starredProperty().get()).isTrue();
    assertThat(photo.sessionProperty().get().starred()).containsExactly(dusk.ref());
    bench.services.photos().trash(dusk.ref(), true);
    photo.reread();

    assertThat(photo.tiles()).hasSize(1);
    assertThat(photo.sessionProperty().get().trashed()).containsExactly(dusk.ref());
  }

  @Test
  void theInstructionIsADraftOfItsPhoto() {
    var first = photo.sessionProperty().get().id();
    photo.compose().instructionProperty().set("Make it dusk");

    photos.take(List.of(Path.of("hill.png")));
    assertThat(photo.compose().instructionProperty().get()).isEmpty();
    photo.open(first);

    assertThat(photo.compose().instructionProperty().get()).isEqualTo("Make it dusk");
  }

  @Test
  void severalFilesAreSeveralPhotosOfWhichTheFirstOpens() {
    photos.take(List.of(Path.of("one.png"), Path.of("two.png")));

    assertThat(photos.entries()).hasSize(3);
    assertThat(photo.sessionProperty().get().photo().name()).isEqualTo("one.png");
  }

  /** Large ones among small ones took longer, so that they came in any order. */
  @Test
  void severalFilesComeInTheOrderInWhichTheyAreGiven() {
    Deque<Runnable> held = new ArrayDeque<>();
    Work lastFirst =
        new Work() {
          @Override
          public <T> void run(
              Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            held.addLast(() -> new OnTheSpot().run(work, done, failed));
          }
        };
    PhotoTools usual = PhotoBench.tools(bench, new OnTheSpot(), trouble);
    PhotosViewModel several =
        new PhotosViewModel(
            new PhotoTools(
                usual.photos(),
                usual.lab(),
                new PhotoTools.Works(lastFirst, usual.works().inOrder()),
                usual.texts(),
                usual.clock(),
                usual.trouble()),
            photo);

    several.take(Stream.of("notes.txt", "one.png", "two.png", "three.png").map(Path::of).toList());
    assertThat(several.readingProperty().get()).isEqualTo(4);
    while (!held.isEmpty()) {
      held.removeLast().run();
    }

    assertThat(several.readingProperty().get()).isZero();
    assertThat(several.entries().stream().map(entry -> entry.photo().name()))
        .containsExactly("three.png", "two.png", "one.png", "bay.png");
    assertThat(photo.sessionProperty().get().photo().name()).isEqualTo("one.png");
  }

  @Test
  void aDamagedPhotoIsAskedAboutAndAnythingElseIsRefusedInPlace_I04() {
    photos.take(List.of(Path.of("damaged.png"), Path.of("notes.txt")));

    assertThat(photos.problems()).hasSize(2);
    assertThat(photos.problems().get(1).despite()).isNull();
    photos.useAnyway(photos.problems().getFirst());

    assertThat(photos.problems()).hasSize(1);
    assertThat(photo.sessionProperty().get().photo().name()).isEqualTo("damaged.png");
  }

  @Test
  void whatIsPastedDamagedIsUsedOnlyWhereTheUserSaidSo_I04() {
    photos.paste(() -> WrittenLab.png("cut"), "damaged picture");

    assertThat(photo.sessionProperty().get().photo().name()).isEqualTo("bay.png");
    PhotosViewModel.Problem problem = photos.problems().getFirst();
    assertThat(problem.words()).isEqualTo("damaged picture is damaged.");
    photos.useAnyway(problem);
    assertThat(photo.sessionProperty().get().photo().name()).isEqualTo("damaged picture");
  }
}
