package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.media.ExifPart;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.Metadata;
import dev.polylogue.media.PictureReader;
import dev.polylogue.photo.Area;
import dev.polylogue.photo.Bad;
import dev.polylogue.photo.Hash;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What stands around the tiles, without a toolkit. */
class StudioTest {
  private static final ModelRef FIRST = new ModelRef("sandbox", "darkroom");
  private static final ModelRef SECOND = new ModelRef("sandbox", "darkroom-bold");

  @TempDir private Path home;
  private Bench bench;
  private final List<Exception> trouble = new ArrayList<>();
  private PhotoViewModel photo;
  private PhotosViewModel photos;
  private Studio studio;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home.resolve("data"));
    OnTheSpot work = new OnTheSpot();
    PhotoTools tools = PhotoBench.tools(bench, work, trouble);
    photo = PhotoBench.photo(bench, tools);
    photos = new PhotosViewModel(tools, photo);
    EditorsViewModel editors = new EditorsViewModel(bench.services.providers(), work);
    studio = Studio.of(tools, photos, photo, editors, reply -> List.of());
    photos.take(List.of(Path.of("bay.png")));
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(trouble).isEmpty();
  }

  /** Each model answers with a picture of its own. */
  private List<PictureRef> edit(String words, ModelRef... models) {
    int before = bench.streams.size();
    photo.compose().models().setAll(models);
    photo.compose().instructionProperty().set(words);
    photo.edit();
    bench.awaitStreams(before + models.length);
    for (int i = before; i < bench.streams.size(); i++) {
      bench.streams.get(i).draw(WrittenLab.png(words + i)).end();
    }
    settle();
    return photo.tiles().stream().skip(1).map(TileViewModel::ref).toList();
  }

  private void settle() {
    PhotoBench.settle(photo);
  }

  private EditTree tree() {
    return studio.tree().treeProperty().get();
  }

  @Test
  void theTreeHasAColumnForEachStepAndEverySourceAmidItsResults() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST, SECOND);
    photo.use(dusk.getFirst());
    edit("Add snow", FIRST, SECOND);

    assertThat(tree().columns()).isEqualTo(3);
    assertThat(tree().nodes()).hasSize(5);
    assertThat(tree().nodes().getFirst().ref()).isNull();
    EditTree.Place source = tree().nodes().get(tree().find(dusk.getFirst())).place();
    assertThat(source.column()).isEqualTo(1);
    assertThat(source.row()).isEqualTo(0.5);
    assertThat(tree().nodes().stream().filter(node -> node.place().column() == 2))
        .allMatch(node -> node.place().parent() == tree().find(dusk.getFirst()));
  }

  @Test
  void theResultsOfAStepStandTogetherInTheTreeApartFromThoseOfTheNext() {
    edit("Make it dusk", FIRST, SECOND);
    photo.use(null);
    edit("Add snow", FIRST, SECOND);

    assertThat(tree().nodes().stream().skip(1).map(node -> node.place().row()))
        .containsExactly(0.0, 1.0, 2.4, 3.4);
    assertThat(tree().beginnings()).containsExactly(1, 3);
  }

  @Test
  void aHeldArrowWalksTheTreeAndTheTilesFollowWhenItRests() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST, SECOND);
    photo.use(dusk.getFirst());
    List<PictureRef> snow = edit("Add snow", FIRST);
    studio.tree().choose(tree().find(snow.getFirst()));
    List<TileViewModel> before = List.copyOf(photo.tiles());

    studio.tree().walk(-1, 0);
    studio.tree().walk(-1, 0);

    assertThat(studio.tree().currentProperty().get()).isEqualTo(tree().find(null));
    assertThat(photo.tiles()).isEqualTo(before);
    studio.tree().settle();
    assertThat(photo.currentProperty().get().ref()).isNull();
    assertThat(photo.sourceProperty().get()).isNull();
  }

  @Test
  void theNextPageOfPhotosIsOnlyAddedToTheListSoThatScrollingGoesOn() {
    photos.take(
        IntStream.range(0, 119).mapToObj(i -> Path.of("photo%d.png".formatted(i))).toList());
    ObservableList<SessionRow> rows = studio.sessions().rows();
    List<Boolean> added = new ArrayList<>();
    while (photos.entries().size() > PhotosViewModel.PAGE) {
      photos.entries().removeLast();
    }
    rows.addListener(
        (ListChangeListener<SessionRow>)
            change -> {
              while (change.next()) {
                added.add(change.wasAdded() && !change.wasRemoved());
              }
            });

    studio.sessions().more();

    assertThat(rows).as("with their day above them").hasSize(121).doesNotHaveDuplicates();
    assertThat(added).containsOnly(true);
  }

  private void walk(int right, int down) {
    studio.tree().walk(right, down);
    studio.tree().settle();
  }

  @Test
  void arrowsWalkTheTreeAndTheTilesFollow() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST, SECOND);
    photo.use(dusk.getFirst());
    List<PictureRef> snow = edit("Add snow", FIRST);

    studio.tree().choose(tree().find(snow.getFirst()));
    assertThat(photo.currentProperty().get().ref()).isEqualTo(snow.getFirst());
    walk(-1, 0);
    assertThat(photo.currentProperty().get().ref()).isEqualTo(dusk.getFirst());
    walk(0, 1);
    assertThat(photo.currentProperty().get().ref()).isEqualTo(dusk.get(1));
    walk(-1, 0);
    assertThat(photo.sourceProperty().get()).isNull();
  }

  @Test
  void aResultGoesToTheTrashAndComesBack() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST, SECOND);

    studio.tree().trash(dusk.getFirst());
    assertThat(tree().find(dusk.getFirst())).isEqualTo(-1);
    assertThat(photo.tiles()).hasSize(2);
    studio.news().accept();
    assertThat(tree().find(dusk.getFirst())).isPositive();
    assertThat(studio.news().latestProperty().get()).as("once").isNull();
  }

  @Test
  void undoBringsBackWhatWasDeletedAndStrokesOfTheMaskInTheirOrder() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST, SECOND);
    photo.arrived(photo.tiles().getFirst().picture(), WrittenLab.SIZE);
    Deletions deletions = studio.news().deletions();
    photo.mask().rectangle(new Area(0, 0, 10, 10), false);
    assertThat(deletions.nextProperty().get()).as("nothing was deleted yet").isFalse();

    studio.tree().trash(dusk.getFirst());
    studio.tree().trash(dusk.get(1));
    studio.news().dismiss();
    assertThat(deletions.nextProperty().get()).isTrue();
    photo.mask().invert();
    assertThat(deletions.nextProperty().get()).as("the mask comes first").isFalse();
    photo.mask().undo();
    deletions.undo();
    assertThat(tree().find(dusk.get(1))).as("the last one").isPositive();
    assertThat(tree().find(dusk.getFirst())).isEqualTo(-1);
    deletions.undo();
    assertThat(tree().find(dusk.getFirst())).isPositive();
    assertThat(deletions.nextProperty().get()).isFalse();
    assertThat(photo.mask().undoableProperty().get()).as("the first stroke").isTrue();
  }

  @Test
  void undoOfADeletionInAPhotoThatIsNoLongerOpenOpensIt() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST);
    var bay = photo.sessionProperty().get().id();
    studio.tree().trash(dusk.getFirst());
    photos.take(List.of(Path.of("harbour.png")));
    assertThat(photo.sessionProperty().get().id()).isNotEqualTo(bay);

    studio.news().deletions().undo();

    assertThat(photo.sessionProperty().get().id()).isEqualTo(bay);
    assertThat(tree().find(dusk.getFirst())).isPositive();
  }

  @Test
  void whatWasDeletedIsShownInTheTreeAndPutBackFromThere() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST, SECOND);
    studio.tree().trash(dusk.getFirst());
    assertThat(studio.tree().trashedProperty().get()).isEqualTo(1);

    studio.tree().withTrashProperty().set(true);
    studio.tree().choose(tree().find(dusk.getFirst()));
    assertThat(tree().nodes().get(studio.tree().currentProperty().get()).ref())
        .isEqualTo(dusk.getFirst());
    assertThat(studio.tree().isGoneChosen()).isTrue();
    studio.tree().trash(dusk.getFirst());
    assertThat(studio.tree().trashedProperty().get()).as("once is enough").isEqualTo(1);
    studio.tree().putBack();

    assertThat(studio.tree().trashedProperty().get()).isZero();
    assertThat(photo.tiles()).hasSize(3);
    assertThat(tree().nodes().get(tree().find(dusk.getFirst())).state())
        .isEqualTo(EditTree.State.DONE);
  }

  @Test
  void whatTheUserStoppedIsNoFaultInTheTree() {
    photo.compose().models().setAll(FIRST);
    photo.compose().instructionProperty().set("Make it dusk");
    photo.edit();
    bench.awaitStreams(1);
    photo.stop();
    settle();

    EditTree.Node stopped = tree().nodes().getLast();
    assertThat(stopped.state()).isEqualTo(EditTree.State.STOPPED);
    assertThat(studio.tree().about(stopped))
        .containsExactly("darkroom, stopped", "Make it dusk", Bench.TEXTS.get("photo.stopped"));
  }

  @Test
  void aModelThatFailedStandsInTheTreeWithItsWordsUntilItIsAskedAgain() {
    photo.compose().models().setAll(FIRST, SECOND);
    photo.compose().instructionProperty().set("Make it dusk");
    photo.edit();
    bench.awaitStreams(2);
    bench.edit("darkroom").draw(WrittenLab.png("dusk")).end();
    bench.edit("darkroom-bold").refuse("The provider refused it: no bays, please.");
    settle();

    EditTree.Node failed =
        tree().nodes().stream()
            .filter(node -> node.state() == EditTree.State.FAILED)
            .findFirst()
            .orElseThrow();
    assertThat(studio.tree().about(failed))
        .containsExactly(
            "darkroom-bold, failed", "Make it dusk", "The provider refused it: no bays, please.");
    studio.tree().choose(tree().find(failed.ref()));
    TileViewModel tile = photo.currentProperty().get();
    assertThat(tile.ref()).isEqualTo(failed.ref());
    assertThat(studio.recipe().facts())
        .contains(
            new Fact(
                "To know",
                List.of("The provider refused it: no bays, please."),
                Fact.Weight.WARNING));
    photo.retry(tile);
    assertThat(tree().find(failed.ref())).isEqualTo(-1);
    bench.awaitStreams(3);
    bench.streams.getLast().draw(WrittenLab.png("at last")).end();
    settle();
    assertThat(tree().nodes()).extracting(EditTree.Node::state).containsOnly(EditTree.State.DONE);
  }

  @Test
  void anyTwoPicturesAreWipedBetween() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST, SECOND);
    photo.use(dusk.getFirst());
    List<PictureRef> snow = edit("Add snow", FIRST);

    studio.tree().hold(tree().find(dusk.get(1)));
    studio.tree().compare(tree().find(snow.getFirst()));

    assertThat(photo.modeProperty().get()).isEqualTo(PhotoViewModel.Mode.WIPE);
    assertThat(photo.pair())
        .extracting(TileViewModel::ref)
        .containsExactly(dusk.get(1), snow.getFirst());
    photo.modeProperty().set(PhotoViewModel.Mode.TILES);
    assertThat(photo.pair()).isEmpty();
  }

  @Test
  void resultsAreSavedAsJpegWhereThatIsWanted() throws Exception {
    List<PictureRef> dusk = edit("Make it dusk", FIRST);
    studio.out().jpegProperty().set(true);

    studio.out().save(dusk, home.resolve("out"));

    byte[] saved = Files.readAllBytes(home.resolve("out").resolve("bay-sandbox-darkroom-1.jpg"));
    assertThat(saved).startsWith(0xff, 0xd8, 0xff);
  }

  @Test
  void aSavedResultHasOfTheOriginalsExifWhatWasChosenAndNoPlaceUnlessThatWas() throws Exception {
    var bay = bench.services.photos().begin(Made.photo(40, 30, 1), "image/jpeg", "bay.jpg");
    photo.open(bay.id());
    List<PictureRef> dusk = edit("Make it dusk", FIRST);
    studio.out().exifProperty(ExifPart.CAMERA).set(true);

    studio.out().save(dusk, home.resolve("out"));

    Path saved = home.resolve("out").resolve("bay-sandbox-darkroom-1.png");
    Metadata read = PictureReader.metadata(Bytes.owning(Files.readAllBytes(saved)), FileKind.PNG);
    assertThat(read.found()).containsExactly(Metadata.Trace.CAMERA);
    studio.out().exifProperty(ExifPart.CAMERA).set(false);
    studio.out().exifProperty(ExifPart.LENS).set(true);
    studio.out().save(dusk, home.resolve("out"));
    assertThat(studio.news().latestProperty().get().words())
        .endsWith("The photo has none of the EXIF that was chosen.");
  }

  @Test
  void resultsAreSavedUnderNewNamesWithTheirRecipesBeside_T31() throws Exception {
    List<PictureRef> dusk = edit("Make it dusk", FIRST);
    Path folder = home.resolve("out");
    studio.out().recipesProperty().set(true);

    studio.out().save(dusk, folder);
    studio.out().save(dusk, folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> "" + file.getFileName()))
          .containsExactlyInAnyOrder(
              "bay-sandbox-darkroom-1.png",
              "bay-sandbox-darkroom-1.png.json",
              "bay-sandbox-darkroom-1-2.png",
              "bay-sandbox-darkroom-1-2.png.json");
    }
    assertThat(Bytes.owning(Files.readAllBytes(folder.resolve("bay-sandbox-darkroom-1.png"))))
        .isEqualTo(WrittenLab.png("Make it dusk0"));
    assertThat(folder.resolve("bay-sandbox-darkroom-1.png.json"))
        .content()
        .contains(
            "\"model\" : \"sandbox/darkroom\"",
            "\"instruction\" : \"Make it dusk\"",
            "\"resultSha256\" : \"");
    assertThat(studio.news().latestProperty().get().words()).contains("bay-sandbox-darkroom-1-2");
    studio.out().sheet(folder);
    assertThat(folder.resolve("bay-sheet.png")).exists();
  }

  @Test
  void aRecipeNamesItsPictureFileAndWhatLiesInIt() throws Exception {
    List<PictureRef> dusk = edit("Make it dusk", FIRST);
    Path folder = home.resolve("out");
    studio.out().recipesProperty().set(true);
    studio.out().save(dusk, folder);
    studio.out().jpegProperty().set(true);

    studio.out().save(dusk, folder);

    for (String name : List.of("bay-sandbox-darkroom-1.png", "bay-sandbox-darkroom-1.jpg")) {
      assertThat(folder.resolve(name + ".json"))
          .content()
          .contains("\"name\" : \"" + name + "\"", Hash.of(folder.resolve(name)));
    }
  }

  @Test
  void oneThatCantBeReadKeepsNoOtherFromBeingSaved_I37() throws Exception {
    photo.compose().models().setAll(FIRST, SECOND);
    photo.compose().instructionProperty().set("Make it dusk");
    photo.edit();
    bench.awaitStreams(2);
    bench.edit("darkroom").draw(Bytes.of("<html>Bad gateway</html>")).end();
    bench.edit("darkroom-bold").draw(WrittenLab.png("dusk")).end();
    settle();
    Path folder = home.resolve("out");

    studio.out().save(studio.out().all(), folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> "" + file.getFileName()))
          .containsExactlyInAnyOrder(
              "bay-sandbox-darkroom-1.unusable", "bay-sandbox-darkroom-bold-1.png");
    }
    assertThat(studio.news().latestProperty().get().words())
        .contains("bay-sandbox-darkroom-bold-1.png", "bay-sandbox-darkroom-1.unusable");
  }

  @Test
  void theRecipeAndWhatLeavesAreSaidInWords() {
    List<PictureRef> dusk = edit("Make it dusk", FIRST);
    studio.tree().choose(tree().find(dusk.getFirst()));

    assertThat(studio.recipe().facts().stream().flatMap(fact -> fact.lines().stream()))
        .contains("Make it dusk", "sandbox/darkroom", "came as 40×30");
    studio.leaves().look();
    assertThat(studio.leaves().facts().stream().flatMap(fact -> fact.lines().stream()))
        .anyMatch(line -> line.startsWith("PNG 40×30"))
        .contains("There is nothing but pixels in the file.");
  }

  @Test
  void onlyWhatGoesToTheSandboxIsSaidToStayOnThisComputer() throws Exception {
    ProviderSettings gateway =
        new ProviderSettings(
            "gateway",
            Protocol.OPENAI_CHAT,
            URI.create("http://127.0.0.1:8099/v1"),
            KeyPlace.NONE,
            Map.of(),
            Map.of());
    bench.services.providers().add(gateway);
    photo.compose().models().setAll(FIRST, new ModelRef("gateway", "gpt-image-2"));

    studio.leaves().look();

    assertThat(studio.leaves().facts())
        .filteredOn(fact -> fact.heading().equals("gateway/gpt-image-2"))
        .singleElement()
        .satisfies(fact -> assertThat(fact.lines()).contains("→ 127.0.0.1:8099"));
    assertThat(studio.leaves().facts())
        .filteredOn(fact -> fact.heading().equals("sandbox/darkroom"))
        .singleElement()
        .satisfies(fact -> assertThat(fact.lines()).contains("→ stays on this computer"));
  }

  @Test
  void theOtherPicturesOfATiffAreCalledPages_I26() throws Exception {
    var tiff = bench.services.photos().begin(Bad.pages(3), "image/tiff", "scan.tif");
    photo.open(tiff.id());

    assertThat(photo.tiles().getFirst().faceProperty().get().detail())
        .isEqualTo("first of 3 pages");
  }

  @Test
  void ofAMovingPictureIsSaidThatTheFirstFrameIsUsed_I21() throws Exception {
    var gif = bench.services.photos().begin(Bad.frames(12), "image/gif", "waves.gif");
    photo.compose().models().setAll(FIRST);
    photo.open(gif.id());

    assertThat(photo.tiles().getFirst().faceProperty().get().detail())
        .isEqualTo("first of 12 frames");
    studio.leaves().look();
    assertThat(studio.leaves().facts())
        .contains(
            new Fact(
                "To know",
                List.of("The file has 12 pictures. The first one is shown and sent."),
                Fact.Weight.WARNING));
  }

  @Test
  void modelsThatAreSentTheSameAreSentOneFileThatGoesWithTheLastOfThem() throws Exception {
    photo.compose().models().setAll(FIRST, SECOND);
    photo.compose().instructionProperty().set("Make it dusk");
    photo.edit();
    bench.awaitStreams(2);

    assertThat(uploads()).hasSize(1);
    bench.edit("darkroom").draw(WrittenLab.png("dusk")).end();
    bench.edit("darkroom-bold").refuse("No.");
    settle();
    assertThat(uploads()).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsLentLiesWithItsSessionForItsOwnerAlone_T20() throws Exception {
    List<PictureRef> dusk = edit("Make it dusk", FIRST);
    List<Path> lent = new ArrayList<>();

    studio.out().lend(dusk.getFirst(), lent::add);

    Path file = lent.getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent().getFileName())
        .hasToString(photo.sessionProperty().get().id().toString());
  }

  private List<Path> uploads() throws Exception {
    try (Stream<Path> files = Files.list(home.resolve("data").resolve("uploads"))) {
      return files.toList();
    }
  }

  @Test
  void aPhotoIsRenamedDeletedAndBroughtBack() {
    edit("Make it dusk", FIRST);
    var id = photo.sessionProperty().get().id();

    studio.sessions().named(id, "Bay at dusk");
    assertThat(photos.entries().getFirst().title()).isEqualTo("Bay at dusk");
    assertThat(studio.sessions().rows().getFirst()).isInstanceOf(SessionRow.Heading.class);
    studio.sessions().delete(null);
    assertThat(photos.entries()).isEmpty();
    assertThat(photo.sessionProperty().get()).isNull();
    studio.news().accept();
    assertThat(photos.entries()).hasSize(1);
    assertThat(photo.sessionProperty().get().id()).isEqualTo(id);
  }
}
