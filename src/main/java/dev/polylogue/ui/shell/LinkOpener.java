package dev.polylogue.ui.shell;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Clips;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The one way out of the window: shows where a link leads, and asks before the browser is called
 * (T03). FX thread.
 */
public final class LinkOpener {
  /** Shows an address in the desktop's browser. */
  @FunctionalInterface
  public interface Browser {
    void show(String address) throws Exception;
  }

  private final Layer layer;
  private final Texts texts;
  private final Work work;
  private final Browser browser;

  public LinkOpener(Layer layer, Texts texts, Work work, Browser browser) {
    this.layer = layer;
    this.texts = texts;
    this.work = work;
    this.browser = browser;
  }

  /** The browser of the desktop. */
  public static Browser desktopBrowser() {
    HostServices services = new Bystander().getHostServices();
    return services::showDocument;
  }

  /** Shows a folder of this computer; where that can't be done, its name is copied. */
  public static Runnable folder(Path folder, Browser browser, Work work) {
    String address = folder.toAbsolutePath().toUri().toString();
    return () ->
        work.act(() -> browser.show(address), () -> {}, failure -> Clips.copy(folder.toString()));
  }

  /** Asks whether this address is to be opened; addresses that may not be opened are only shown. */
  public void open(String address) {
    LinkCheck.check(address).ifPresentOrElse(this::ask, () -> refuse(address));
  }

  private void ask(LinkCheck.Link link) {
    Button yes =
        Buttons.words(texts.get("shell.link.open"), () -> show(link.address()), Styles.ACCENT);
    Button copy = Buttons.words(texts.get("shell.link.copy"), () -> copy(link.address()));
    present(texts.get("shell.link.ask", link.target()), link.address(), yes, copy);
  }

  private void refuse(String address) {
    Button copy = Buttons.words(texts.get("shell.link.copy"), () -> copy(address));
    present(texts.get("shell.link.refused"), visible(address), copy);
  }

  private void present(String question, String address, Button... buttons) {
    Label title = new Label(question);
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    Label where = new Label(address);
    where.getStyleClass().add("path");
    where.setWrapText(true);
    HBox row = new HBox(8, buttons);
    row.getChildren().add(Buttons.words(texts.get("shell.link.cancel"), layer::hide));
    VBox card = new VBox(12, title, where, row);
    card.getStyleClass().add("link-card");
    layer.show(null, card, buttons[0], () -> {});
  }

  private void show(String address) {
    layer.hide();
    work.act(() -> browser.show(address), () -> {}, failure -> copy(address));
  }

  private void copy(String address) {
    layer.hide();
    Clips.copy(address);
  }

  /** With control and formatting characters made visible. */
  static String visible(String address) {
    StringBuilder shown = new StringBuilder();
    address
        .codePoints()
        .limit(2000)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append("\\u%04X".formatted(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** Exists because the toolkit hands its host services to an application only. */
  private static final class Bystander extends Application {
    @Override
    public void start(Stage stage) {}
  }
}
