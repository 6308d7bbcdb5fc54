package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.session.Places;
import dev.polylogue.ui.chat.ChatTools;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.chat.Reading;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.command.Palette;
import dev.polylogue.ui.command.PaletteViewModel;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.fx.FocusHeir;
import dev.polylogue.ui.fx.FramePulse;
import dev.polylogue.ui.fx.Present;
import dev.polylogue.ui.fx.Ticker;
import dev.polylogue.ui.history.HistoryView;
import dev.polylogue.ui.inspector.InspectorView;
import dev.polylogue.ui.kit.Clips;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.photo.PhotoPage;
import dev.polylogue.ui.transcript.TurnAction;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.collections.SetChangeListener;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The views of a window, put together around its view models. FX thread. */
public final class Window implements DeskCommands.Views, BranchActions.Views {
  /** In a narrower window the photos need the room of the tree, in pixels. */
  private static final double ROOM_FOR_PANELS = 1_240;

  private final Desk desk;
  private final Texts texts;
  private static final long LOOK_OUTSIDE_MILLIS = 1500;

  private final FramePulse pulse = new FramePulse();
  private final Ticker ticker = new Ticker(LOOK_OUTSIDE_MILLIS, this::lookOutside);
  private final Layer layer = new Layer();
  private final Commands commands;
  private final Rail rail;
  private final ChatPage chat;
  private final PaneCards cards;
  private final InspectorView inspector;
  private final SearchPlaces search;
  private final HistoryView sidebar;
  private final PhotoPage photos;
  private final Scene scene;
  private final TransferDesk transfers;
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
    rail = new Rail(desk.shell(), commands);
    transfers = new TransferDesk(desk.transfer(), layer, pulse, texts);
    LinkOpener links = new LinkOpener(layer, texts, background, browser);
    List<TurnAction> voting = VoteCommands.turnActions(desk, texts);
    Reach outside =
        new Reach(
            services.providers().all().getFirst().id(),
            address -> go(address, links),
            List.of(
                new BranchActions(desk, texts, this)::of,
                pane -> desk.diffing().actions(pane, texts),
                pane -> voting));
    chat =
        new ChatPage(
            desk,
            commands,
            new ChatTools(texts, layer, background, desk.models(), desk.presets(), outside));
    cards = new PaneCards(desk, chat, layer, texts);
    inspector = new InspectorView(desk.inspector(), new Hands(), texts);
    photos = Pages.photos(desk, new Pages.Outside(services, background, layer), commands, texts);
    sidebar =
        new HistoryView(
            desk.ordering().models(),
            commands,
            new NewMenu(desk.sets(), commands, texts),
            texts,
            desk::open);
    search = new SearchPlaces(desk.searching(), sidebar, photos, desk.clock(), texts);
    StackPane root = new StackPane(frame(), layer);
    root.getStyleClass().add("window");
    scene = new Scene(root, 1360, 840);
    Aside panels = new Aside(desk.photos().panelsProperty(), ROOM_FOR_PANELS);
    scene
        .widthProperty()
        .subscribe(
            width -> {
              desk.shell().fit(width.doubleValue());
              panels.fit(width.doubleValue());
            });
    new Theme(desk.settings().looks().appearanceProperty(), root);
    commands.install(scene);
    FocusHeir.watch(scene, chat.composer()::focusText);
    desk.shell().pageProperty().subscribe((before, now) -> goOn(now));
    desk.rounds().comparisons().addListener((SetChangeListener<UUID>) change -> beat());
    desk.rounds().all().addListener(new FirstWords(desk, background));
    desk.photos().photo().liveProperty().addListener((property, before, now) -> beat());
    desk.chat().openedProperty().addListener((property, before, now) -> opened());
    new RescueCard(desk.rescue(), layer, background, browser, texts);
    ticker.start();
  }

  private void lookOutside() {
    if (scene.getWindow() != null && scene.getWindow().isFocused()) {
      desk.lookOutside();
    } else {
      desk.keepTrying();
    }
  }

  @Override
  public Scene scene() {
    return scene;
  }

  public Commands commands() {
    return commands;
  }

  private BorderPane frame() {
    transfers.takeDropsOn(sidebar);
    sidebar.visibleProperty().bind(desk.shell().sidebarProperty());
    BorderPane frame = new BorderPane(new Pages(desk, chatWorkspace(), photos, layer, texts));
    frame.setTop(NoticeBar.both(desk, texts));
    frame.setLeft(rail);
    return frame;
  }

  private HBox chatWorkspace() {
    sidebar.managedProperty().bind(sidebar.visibleProperty());
    HBox.setHgrow(chat, javafx.scene.layout.Priority.ALWAYS);
    chat.setMinWidth(0);
    HBox workspace = new HBox(sidebar, chat);
    Present.last(workspace, inspector, desk.inspector().openProperty(), this::focusComposer);
    return workspace;
  }

  private void go(String address, LinkOpener links) {
    if (Places.isOurs(address)) {
      desk.visit(address);
    } else {
      links.open(address);
    }
  }

  /** What the inspector reaches for in the rest of the window. */
  private final class Hands implements InspectorView.Hands {
    @Override
    public void copy(String text) {
      Window.this.copy(text);
    }

    @Override
    public void changeSettings() {
      chat.panes().openSettings();
    }
  }

  /** Looks at the live replies once a frame, as long as there are any. */
  private void beat() {
    boolean anyLive =
        !desk.rounds().comparisons().isEmpty() || desk.photos().photo().liveProperty().get();
    if (anyLive && rest == null) {
      rest = pulse.listen(desk::frame);
    } else if (!anyLive && rest != null) {
      rest.run();
      rest = null;
    }
  }

  /** No more frames are looked at. */
  public void close() {
    ticker.stop();
    if (rest != null) {
      rest.run();
      rest = null;
    }
  }

  /** Who goes through what was found, clears up the list, reads a card or edits, stays there. */
  private void opened() {
    boolean seen = desk.shell().pageProperty().get() == ShellViewModel.Page.CHAT;
    boolean clearing = sidebar.isFocusWithin() && desk.ordering().isInstead();
    if (seen && !search.isInUse() && !clearing && !layer.isShowing()) {
      focusComposer();
    }
  }

  /** Who turns the page goes on with what it is for, not with whatever stands first on it. */
  private void goOn(ShellViewModel.Page page) {
    if (page == ShellViewModel.Page.CHAT && photos.isFocusWithin()) {
      chat.composer().focusText();
    } else if (page == ShellViewModel.Page.IMAGES) {
      photos.takeFocus();
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
  public void find() {
    desk.shell().pageProperty().set(ShellViewModel.Page.CHAT);
    chat.find().open();
  }

  @Override
  public void closeFind() {
    chat.find().close();
  }

  @Override
  public void searchHistory() {
    boolean besidePhotos = desk.shell().pageProperty().get() == ShellViewModel.Page.IMAGES;
    if (!besidePhotos) {
      desk.shell().pageProperty().set(ShellViewModel.Page.CHAT);
    }
    if (!desk.shell().sidebarProperty().get()) {
      desk.shell().toggleSidebar();
    }
    search.focus(besidePhotos);
  }

  @Override
  public Reading reading() {
    return chat.reading();
  }

  @Override
  public void copy(String text) {
    Clips.copy(text);
  }

  @Override
  public void edit(PaneViewModel pane, UUID turn) {
    desk.edit(pane, turn);
    focusComposer();
  }

  @Override
  public void editLast() {
    PaneViewModel pane = desk.chat().currentProperty().get();
    if (pane != null && !pane.turns().isEmpty()) {
      edit(pane, pane.turns().getLast().turn());
    }
  }

  @Override
  public void addPane() {
    cards.addPane();
  }

  @Override
  public void showSets() {
    cards.showSets();
  }

  @Override
  public void saveSet() {
    cards.saveSet();
  }

  @Override
  public void resizePane(double wider, double taller) {
    chat.panes().resizeCurrent(wider, taller);
  }

  @Override
  public void focusVote() {
    chat.voteBar().focusChoice();
  }

  @Override
  public void editTags() {
    desk.shell().pageProperty().set(ShellViewModel.Page.CHAT);
    chat.tags().edit();
  }

  /** Opens the model chooser of the current pane. */
  @Override
  public void chooseModel() {
    cards.chooseModel();
  }

  /** Opens the settings of the current pane. */
  @Override
  public void openPaneSettings() {
    chat.panes().openSettings();
  }

  @Override
  public void openPresets(boolean toSave) {
    chat.panes().openPresets(toSave);
  }

  public InspectorView inspector() {
    return inspector;
  }

  /** Closes whatever floats above the window. */
  public void closeLayer() {
    layer.hide();
  }

  @Override
  public void showPalette() {
    Palette palette = new Palette(new PaletteViewModel(commands), texts, layer::hide);
    layer.show(null, palette, palette.field(), () -> {});
  }

  @Override
  public void showMenu() {
    rail.showMenu();
  }

  @Override
  public void stepThroughDiff(int by) {
    chat.diff().step(by);
  }

  @Override
  public void exportComparisons() {
    Comparison now = desk.chat().openedProperty().get();
    String title = desk.chat().titleProperty().get();
    transfers.export(now == null ? List.of() : List.of(now.id()), title);
  }

  @Override
  public void importFile() {
    transfers.chooseImport();
  }

  /** Export and import. */
  public TransferDesk transfers() {
    return transfers;
  }

  @Override
  public void rename() {
    chat.title().edit();
  }

  @Override
  public void chooseFolder(Consumer<Path> chosen) {
    photos.chooseFolder(chosen);
  }

  /** The Images workspace. */
  @Override
  public PhotoPage photos() {
    return photos;
  }

  @Override
  public void focusHistory() {
    desk.shell().pageProperty().set(ShellViewModel.Page.CHAT);
    desk.shell().sidebarProperty().set(true);
    sidebar.focusList();
  }

  @Override
  public void showShortcuts() {
    ShortcutsCard card = new ShortcutsCard(commands, texts, layer::hide);
    layer.show(null, card, card.first(), () -> {});
  }
}
