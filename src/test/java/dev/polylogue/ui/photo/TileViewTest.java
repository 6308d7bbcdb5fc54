package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileViewTest {
  private static final Blob DONE = new Blob("d".repeat(64), "image/png", 1, "");

  @TempDir private Path home;
  private Bench bench;
  private final OnTheSpot decoding = new OnTheSpot();
  private final TileViewModel tile =
      new TileViewModel(
          new PictureRef(UUID.randomUUID(), 0),
          new ModelRef("sandbox", "darkroom"),
          "darkroom",
          "Make it dusk",
          null);

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private TileView view() {
    PhotoTools tools = PhotoBench.tools(bench, new OnTheSpot(), new ArrayList<>());
    TileView view =
        new TileView(
            tile,
            PhotoBench.photo(bench, tools),
            new TileView.Stage(
                tools,
                new Shelf(tools.lab(), decoding),
                new SimpleObjectProperty<>(Sight.FIT),
                null,
                null));
    new Scene(view, 400, 300).getRoot().applyCss();
    return view;
  }

  private void become(TileViewModel.State state, Blob picture) {
    tile.show(
        new TileViewModel.Face(
            state, picture, picture == null ? WrittenLab.png("sketch") : null, "", "", List.of()));
  }

  private static List<String> said(TileView view) {
    return view.lookupAll(".tile-clock").stream()
        .map(label -> ((Labeled) label).getText())
        .toList();
  }

  @Test
  void aSketchIsNotTakenForTheResultThatIsStillDecoded() {
    FxThread.run(
        () -> {
          become(TileViewModel.State.WORKING, null);
          TileView view = view();
          assertThat(view.view().isShowing()).isTrue();

          decoding.hold();
          become(TileViewModel.State.DONE, DONE);
          assertThat(said(view)).containsExactly("decoding\u2026");

          decoding.letGo();
          assertThat(view.lookup(".tile-state").isVisible()).isFalse();
          assertThat(view.getPseudoClassStates().toString()).doesNotContain("sketched");
        });
  }
}
