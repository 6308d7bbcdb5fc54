package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The button pressed several times, on models that answer between two presses (T30). */
class PressesTest {
  private static final ModelRef MODEL = new ModelRef("sandbox", "darkroom");

  @TempDir private Path home;
  private Bench bench;
  private final AtomicLong now = new AtomicLong();
  private final List<Exception> trouble = new ArrayList<>();
  private PhotoViewModel photo;
  private PhotosViewModel photos;
  private int answered;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    PhotoTools tools = PhotoBench.tools(bench, new OnTheSpot(), trouble);
    photo = PhotoBench.photo(bench, tools, now::get);
    photos = new PhotosViewModel(tools, photo);
    photos.take(List.of(Path.of("bay.png")));
    photo.compose().models().setAll(MODEL);
    photo.compose().instructionProperty().set("Make it dusk");
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(trouble).isEmpty();
  }

  /** Presses the button and lets what was asked for be answered before the next press. */
  private void press(int millisLater) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millisLater));
    photo.edit();
    answer();
  }

  private void answer() {
    if (photo.liveProperty().get()) {
      bench.awaitStreams(answered + 1);
      bench.streams.get(answered).draw(WrittenLab.png("dusk" + answered)).end();
      answered++;
      PhotoBench.settle(photo);
    }
  }

  private int steps() {
    return photo.sessionProperty().get().turns().size();
  }

  @Test
  void fiftyClicksInASecondAskOnceHoweverFastTheModelIs_T30() {
    for (int i = 0; i < 50; i++) {
      press(20);
    }
    assertThat(steps()).isEqualTo(1);
    assertThat(bench.streams).hasSize(1);
  }

  @Test
  void clicksThatGoOnForLongerThanASecondAskOnceToo_T30() {
    for (int i = 0; i < 20; i++) {
      press(900);
    }
    assertThat(steps()).isEqualTo(1);
  }

  @Test
  void theSameIsAskedForAgainAfterAMoment() {
    press(0);
    press(1_000);
    assertThat(steps()).isEqualTo(2);
  }

  @Test
  void whatWasChangedGoesAtOnce() {
    press(0);
    photo.compose().instructionProperty().set("Add snow");
    press(20);
    photo.compose().qualityProperty().set("high");
    press(20);
    photo.compose().models().setAll(MODEL, new ModelRef("sandbox", "darkroom-bold"));
    now.addAndGet(20);
    photo.edit();
    assertThat(steps()).isEqualTo(4);
    bench.awaitStreams(5);
    bench.streams.subList(3, 5).forEach(stream -> stream.draw(WrittenLab.png("snow")).end());
    PhotoBench.settle(photo);
  }

  @Test
  void theSameWordsForAnotherPhotoAreNoRepetition() {
    press(0);
    photos.take(List.of(Path.of("other.png")));
    photo.compose().models().setAll(MODEL);
    photo.compose().instructionProperty().set("Make it dusk");
    press(20);
    assertThat(steps()).isEqualTo(1);
    assertThat(bench.streams).hasSize(2);
  }

  @Test
  void aStepIsNotRepeatedTwiceByADoubleClick_T30() {
    press(0);
    UUID step = photo.stepProperty().get();
    for (int i = 0; i < 5; i++) {
      photo.again(List.of(MODEL));
      answer();
    }
    assertThat(bench.streams).hasSize(2);
    assertThat(photo.stepProperty().get()).isEqualTo(step);
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    photo.again(List.of(MODEL));
    answer();
    assertThat(bench.streams).hasSize(3);
  }

  /** Else it would be taken for a repetition of what was never asked for. */
  @Test
  void whatWasPressedWhileSomethingElseWasMadeReadyCanBePressedAgain() {
    OnTheSpot inOrder = new OnTheSpot();
    PhotoTools usual = PhotoBench.tools(bench, new OnTheSpot(), trouble);
    UUID session = photo.sessionProperty().get().id();
    PhotoTools slow =
        new PhotoTools(
            usual.photos(),
            usual.lab(),
            new PhotoTools.Works(usual.works().each(), inOrder),
            usual.texts(),
            usual.clock(),
            usual.trouble());
    photo = PhotoBench.photo(bench, slow, now::get);
    photo.open(session);
    photo.compose().models().setAll(MODEL);
    photo.compose().instructionProperty().set("Make it dusk");
    inOrder.hold();
    photo.edit();
    photo.compose().instructionProperty().set("Add snow");
    photo.edit();
    inOrder.letGo();

    photo.edit();

    assertThat(steps()).isEqualTo(2);
    bench.awaitStreams(2);
    bench.streams.forEach(stream -> stream.draw(WrittenLab.png("dusk")).end());
    PhotoBench.settle(photo);
  }
}
