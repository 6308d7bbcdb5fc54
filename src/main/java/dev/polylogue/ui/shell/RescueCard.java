package dev.polylogue.ui.shell;

import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.control.Button;

/** Shows above the window what can be done about its history. FX thread. */
final class RescueCard {
  private final RescueDesk rescue;
  private final Layer layer;
  private final Runnable showFolder;
  private final Texts texts;

  RescueCard(RescueDesk rescue, Layer layer, Work work, LinkOpener.Browser browser, Texts texts) {
    this.rescue = rescue;
    this.layer = layer;
    this.showFolder = LinkOpener.folder(rescue.folder(), browser, work);
    this.texts = texts;
    rescue.openProperty().subscribe(this::show);
  }

  private void show(boolean open) {
    RescueViewModel ailing = rescue.ailingProperty().get();
    if (open && ailing != null) {
      Button close = Buttons.words(texts.get("shell.close"), layer::hide);
      String where = texts.get("rescue.card.folder", rescue.folder().toString());
      RescueView view =
          new RescueView(
              ailing,
              new RescueView.Frame(texts.get("rescue.card.title"), where, showFolder, close),
              texts);
      layer.show(null, view, view.first(), () -> rescue.openProperty().set(false));
    } else if (!open) {
      layer.hide();
    }
  }
}
