package dev.polylogue.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsViewModelTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private Bench bench;
  private AttachmentsViewModel attachments;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    attachments =
        new AttachmentsViewModel(bench.services.compare().attachments(), work, Bench.TEXTS);
    attachments.show(ONE);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Path text(String name) throws IOException {
    return Files.writeString(home.resolve(name), "What " + name + " says");
  }

  private List<String> names() {
    return attachments.files().stream().map(Blob::name).toList();
  }

  @Test
  void filesAppearInTheOrderInWhichTheyWereChosen() throws Exception {
    work.hold();
    attachments.add(List.of(text("a.txt"), text("b.txt")));
    attachments.add(List.of(text("c.txt")));
    assertThat(attachments.readingProperty().get()).isEqualTo(3);
    work.letGo();
    assertThat(names()).containsExactly("a.txt", "b.txt", "c.txt");
    assertThat(attachments.readingProperty().get()).isZero();
  }

  @Test
  void whatCanNotBeTakenIsSaidInPlaceAndTheOthersStay() throws Exception {
    attachments.add(List.of(text("a.txt"), home.resolve("gone.txt"), home));
    assertThat(names()).containsExactly("a.txt");
    assertThat(attachments.troubleProperty().get().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("There is no file "))
        .anyMatch(line -> line.endsWith("is a folder. Take the files in it."));
    attachments.add(List.of(text("b.txt")));
    assertThat(attachments.troubleProperty().get()).isEmpty();
  }

  @Test
  void theSameFileGoesOnce() throws Exception {
    attachments.add(List.of(text("a.txt"), text("a.txt")));
    assertThat(names()).containsExactly("a.txt");
    assertThat(attachments.troubleProperty().get()).isEqualTo("a.txt is attached already.");
  }

  @Test
  void atMostTwentyFilesGoAlong() throws Exception {
    for (int i = 0; i < 21; i++) {
      attachments.add(List.of(text(i + ".txt")));
    }
    assertThat(names()).hasSize(20);
    assertThat(attachments.troubleProperty().get())
        .isEqualTo("A prompt takes at most 20 files; these are 21.");
  }

  @Test
  void whatIsRemovedIsForgotten() throws Exception {
    attachments.add(List.of(text("a.txt")));
    Blob blob = attachments.files().getFirst();
    attachments.remove(blob);
    assertThat(names()).isEmpty();
    assertThat(home.resolve("blobs")).doesNotExist();
  }

  @Test
  void eachComparisonHasItsOwnAlsoWhenAFileTookLongToRead() throws Exception {
    attachments.add(List.of(text("a.txt")));
    work.hold();
    attachments.add(List.of(text("late.txt")));
    attachments.show(TWO);
    work.letGo();
    assertThat(names()).isEmpty();
    attachments.show(ONE);
    assertThat(names()).containsExactly("a.txt", "late.txt");
  }

  @Test
  void whatIsPastedIsRead() {
    attachments.paste(() -> Bytes.of("Low tide."), "Pasted.txt");
    assertThat(names()).containsExactly("Pasted.txt");
  }
}
