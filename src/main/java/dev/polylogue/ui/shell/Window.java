package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.ChatTools;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.fx.FramePulse;
import dev.polylogue.ui.history.HistoryView;
import dev.polylogue.ui.inspector.InspectorView;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.SettingsView;
import java.util.UUID;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The views of a window, put together around its view models. FX thread. */
public final class Window implements DeskCommands.Views {
  private final Desk desk;
  private final Texts texts;
  private final FramePulse pulse = new FramePulse();
  private final Layer layer = new Layer();
  private final Commands commands;
  private final ChatPage chat;
  private final InspectorView inspector;
  private final Scene scene;
  private @Nullable Runnable rest;

  /**
   * @param browser shows a link after the reader agreed
   */
  public Window(
      Desk desk,
      Services services,
      Background background,
      Texts texts,
      LinkOpener.Browser browser) {
    this.desk = desk;
    this.texts = texts;
    commands = DeskCommands.of(desk, this, texts);
    LinkOpener links = new LinkOpener(layer, texts, background, browser);
    String sandbox = services.providers().all().getFirst().id();
    chat =
        new ChatPage(
            desk,
            commands,
            new ChatTools(texts, layer, background, desk.models(), sandbox, links::open));
    inspector = new InspectorView(desk.inspector(), new Hands(), texts);
    SettingsDesk settings = desk.settings();
    SettingsView settingsPage =
        new SettingsView(
            settings.looks(),
            settings.providers(),
            settings.adding(),
            settings.servers(),
            services.home().toString(),
            texts);
    StackPane root = new StackPane(frame(settingsPage), layer);
    root.getStyleClass().add("window");
    scene = new Scene(root, 1360, 840);
    new Theme(settings.looks().appearanceProperty(), root);
    commands.install(scene);
    desk.rounds().comparisons().addListener((SetChangeListener<UUID>) change -> beat());
    desk.chat().openedProperty().addListener((property, before, now) -> focusComposer());
  }

  public Scene scene() {
    return scene;
  }

  public Commands commands() {
    return commands;
  }

  private BorderPane frame(SettingsView settingsPage) {
    HistoryView sidebar = new HistoryView(desk.history(), commands, texts, desk::open);
    sidebar.visibleProperty().bind(desk.shell().sidebarProperty());
    StackPane pages = new StackPane(chatWorkspace(sidebar), settingsPage);
    desk.shell()
        .pageProperty()
        .subscribe(
            page -> {
              show(pages.getChildren().getFirst(), page == ShellViewModel.Page.CHAT);
              show(settingsPage, page == ShellViewModel.Page.SETTINGS);
            });
    BorderPane frame = new BorderPane(pages);
    frame.setTop(new NoticeBar(desk.shell(), texts));
    frame.setLeft(new Rail(desk.shell(), commands));
    return frame;
  }

  private HBox chatWorkspace(HistoryView sidebar) {
    sidebar.managedProperty().bind(sidebar.visibleProperty());
    HBox.setHgrow(chat, javafx.scene.layout.Priority.ALWAYS);
    chat.setMinWidth(0);
    return new HBox(sidebar, chat, inspector);
  }

  /** What the inspector reaches for in the rest of the window. */
  private final class Hands implements InspectorView.Hands {
    @Override
    public void copy(String text) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void changeSettings() {
      chat.panes().openSettings();
    }
  }

  private static void show(Node page, boolean shown) {
    page.setVisible(shown);
    page.setManaged(shown);
  }

  /** Looks at the live replies once a frame, as long as there are any. */
  private void beat() {
    boolean anyLive = !desk.rounds().comparisons().isEmpty();
    if (anyLive && rest == null) {
      rest = pulse.listen(desk::frame);
    } else if (!anyLive && rest != null) {
      rest.run();
      rest = null;
    }
  }

  /** No more frames are looked at. */
  public void close() {
    if (rest != null) {
      rest.run();
      rest = null;
    }
  }

  @Override
  public void focusComposer() {
    desk.shell().pageProperty().set(ShellViewModel.Page.CHAT);
    chat.composer().focusText();
  }

  @Override
  public void attach() {
    focusComposer();
    chat.composer().chooseFiles();
  }

  @Override
  public void focusPane(int place) {
    desk.chat().focus(desk.chat().panes().get(place));
    chat.panes().focusTranscript();
  }

  @Override
  public void addPane() {
    desk.addPane(chat.panes()::chooseModel);
  }

  /** Opens the model chooser of the current pane. */
  public void chooseModel() {
    chat.panes().chooseModel();
  }

  /** Opens the settings of the current pane. */
  public void openPaneSettings() {
    chat.panes().openSettings();
  }

  public InspectorView inspector() {
    return inspector;
  }

  /** Closes whatever floats above the window. */
  public void closeLayer() {
    layer.hide();
  }

  @Override
  public void rename() {
    chat.title().edit();
  }

  @Override
  public void showShortcuts() {
    ShortcutsCard card = new ShortcutsCard(commands, texts, layer::hide);
    layer.show(null, card, card.first(), () -> {});
  }
}
