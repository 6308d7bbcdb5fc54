package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the composer is work: all of it comes back. */
class PhotoDraftTest {
  private static final ModelRef BOLD = new ModelRef("sandbox", "darkroom-bold");

  @TempDir private Path home;
  private Bench bench;
  private final List<Exception> trouble = new ArrayList<>();
  private UUID session;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    PhotoTools tools = tools();
    PhotoViewModel first = PhotoBench.photo(bench, tools);
    new PhotosViewModel(tools, first).take(List.of(Path.of("bay.png")));
    session = first.sessionProperty().get().id();
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(trouble).isEmpty();
  }

  private PhotoTools tools() {
    return PhotoBench.tools(bench, new OnTheSpot(), trouble);
  }

  /** The program with nothing in its memory. */
  private PhotoViewModel start() {
    PhotoViewModel photo = PhotoBench.photo(bench, tools());
    photo.open(session);
    return photo;
  }

  private void wished() {
    PhotoViewModel photo = start();
    ComposeViewModel compose = photo.compose();
    compose.instructionProperty().set("Make it dusk");
    compose.countProperty().set(3);
    compose.sizeProperty().set("16:9");
    compose.qualityProperty().set("high");
    compose.keepProperty().set(true);
    compose.models().setAll(BOLD);
    photo.saveDraft();
  }

  @Test
  void howManyResultsOnWhichModelsComesBackWithTheWordsAfterAKill_D01() {
    wished();

    ComposeViewModel after = start().compose();

    assertThat(after.instructionProperty().get()).isEqualTo("Make it dusk");
    assertThat(after.countProperty().get()).isEqualTo(3);
    assertThat(after.sizeProperty().get()).isEqualTo("16:9");
    assertThat(after.qualityProperty().get()).isEqualTo("high");
    assertThat(after.keepProperty().get()).isTrue();
    assertThat(after.models()).containsExactly(BOLD);
  }

  @Test
  void whatCouldNotBeKeptIsTriedAgainAndThereOnAReturn_D15() throws Exception {
    PhotoViewModel photo = start();
    photo.compose().instructionProperty().set("Make it dusk");
    Path file = home.resolve("polylogue.db");
    Path away = home.resolve("elsewhere.db");
    Files.move(file, away);
    photo.saveDraft();
    assertThat(trouble).hasSize(1);
    trouble.clear();
    assertThat(photo.keepTrying(false)).isFalse();

    photo.open(session);
    assertThat(photo.compose().instructionProperty().get()).isEqualTo("Make it dusk");
    Files.move(away, file);
    assertThat(photo.keepTrying(false)).isTrue();
    assertThat(start().compose().instructionProperty().get()).isEqualTo("Make it dusk");
  }

  @Test
  void whatIsCarriedOverToANewPhotoIsKeptWithThatToo() {
    wished();
    PhotoViewModel photo = start();
    new PhotosViewModel(tools(), photo).take(List.of(Path.of("other.png")));
    UUID other = photo.sessionProperty().get().id();
    photo.saveDraft();

    PhotoViewModel after = PhotoBench.photo(bench, tools());
    after.open(other);

    assertThat(after.compose().countProperty().get()).isEqualTo(3);
  }

  @Test
  void toKeepWhatIsOutsideTheMaskIsOfItsOwnPhotoAlone() {
    wished();
    PhotoViewModel photo = start();

    new PhotosViewModel(tools(), photo).take(List.of(Path.of("other.png")));
    assertThat(photo.compose().keepProperty().get()).isFalse();

    photo.open(session);
    assertThat(photo.compose().keepProperty().get()).isTrue();
  }

  @Test
  void aFileOfWishesThatCanNotBeReadCountsAsNone_D36() throws Exception {
    wished();
    Path file = home.resolve("drafts").resolve(session.toString()).resolve("wishes.json");
    for (String bad : List.of("", "{", "{\"models\":[\"none\"]}")) {
      Files.writeString(file, bad);
      assertThat(start().compose().countProperty().get()).isEqualTo(1);
    }
    bench.services.order().trash(List.of(session));
    bench.services.order().forget(List.of(session));
    assertThat(file).doesNotExist();
  }
}
