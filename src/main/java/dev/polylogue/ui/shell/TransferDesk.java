package dev.polylogue.ui.shell;

import dev.polylogue.session.ExportFormat;
import dev.polylogue.session.Transfers;
import dev.polylogue.ui.fx.FramePulse;
import dev.polylogue.ui.kit.FileDrops;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transfer.ExportCard;
import dev.polylogue.ui.transfer.TransferCard;
import dev.polylogue.ui.transfer.TransferViewModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Export and import in the window: cards, file choosers, files that are dropped. FX thread. */
public final class TransferDesk {
  private final TransferViewModel model;
  private final Layer layer;
  private final Texts texts;

  TransferDesk(TransferViewModel model, Layer layer, FramePulse pulse, Texts texts) {
    this.model = model;
    this.layer = layer;
    this.texts = texts;
    model
        .busyProperty()
        .subscribe(
            busy -> {
              if (busy) {
                Runnable[] rest = new Runnable[1];
                rest[0] =
                    pulse.listen(
                        () -> {
                          model.frame();
                          if (!model.busyProperty().get()) {
                            rest[0].run();
                          }
                        });
              }
            });
  }

  /**
   * Asks as what to write some comparisons, and where.
   *
   * @param some by default; all can be chosen instead
   * @param name what they are called
   */
  public void export(List<UUID> some, String name) {
    if (model.busyProperty().get()) {
      show();
      return;
    }
    ExportCard card = new ExportCard(some, name, texts, order -> choose(order, name), layer::hide);
    layer.show(null, card, card.first(), () -> {});
  }

  private void choose(Transfers.Order order, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("transfer.export"));
    ExportFormat format = order.format();
    String plain = order.comparisons().size() == 1 ? name : "";
    chooser.setInitialFileName(fileName(plain) + "." + format.ending());
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                texts.get("transfer.format." + format.word()), "*." + format.ending()));
    File chosen = chooser.showSaveDialog(layer.getScene().getWindow());
    if (chosen != null) {
      exportTo(order, chosen.toPath());
    }
  }

  /** Letters and digits only, so that every system takes it. */
  private static String fileName(String title) {
    String plain = title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "polylogue" : plain.substring(0, Math.min(60, plain.length()));
  }

  void exportTo(Transfers.Order order, Path file) {
    model.exportTo(order, file);
    show();
  }

  /** Asks for a file to take in. */
  public void chooseImport() {
    if (model.busyProperty().get()) {
      show();
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("transfer.import"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(texts.get("transfer.files"), "*.json", "*.zip"),
            new FileChooser.ExtensionFilter(texts.get("transfer.files.any"), "*"));
    @Nullable File chosen = chooser.showOpenDialog(layer.getScene().getWindow());
    if (chosen != null) {
      importFrom(chosen.toPath());
    }
  }

  void importFrom(Path file) {
    model.importFrom(file);
    show();
  }

  /** A file that is dropped there is taken in. */
  void takeDropsOn(Node node) {
    FileDrops.take(node, node, files -> importFrom(files.getFirst()));
  }

  private void show() {
    TransferCard card = new TransferCard(model, texts, layer::hide);
    layer.show(null, card, card.close(), () -> {});
  }
}
