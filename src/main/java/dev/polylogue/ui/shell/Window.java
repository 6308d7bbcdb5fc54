package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.BranchesViewModel;
import dev.polylogue.ui.chat.ChatTools;
import dev.polylogue.ui.chat.LatePaneCard;
import dev.polylogue.ui.chat.PaneSetsCard;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.chat.Reading;
import dev.polylogue.ui.chat.SaveSetCard;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.command.Palette;
import dev.polylogue.ui.command.PaletteViewModel;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.fx.FramePulse;
import dev.polylogue.ui.history.HistoryView;
import dev.polylogue.ui.insight.InsightsView;
import dev.polylogue.ui.inspector.InspectorView;
import dev.polylogue.ui.kit.Clips;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.SettingsView;
import dev.polylogue.ui.transcript.TurnAction;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The views of a window, put together around its view models. FX thread. */
public final class Window implements DeskCommands.Views, BranchActions.Views {
  private final Desk desk;
  private final Texts texts;
  private final FramePulse pulse = new FramePulse();
  private final Layer layer = new Layer();
  private final Commands commands;
  private final Rail rail;
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
    rail = new Rail(desk.shell(), commands);
    LinkOpener links = new LinkOpener(layer, texts, background, browser);
    List<TurnAction> voting = VoteCommands.turnActions(desk, texts);
    Outside outside =
        new Outside(
            services.providers().all().getFirst().id(),
            links,
            List.of(
                new BranchActions(desk, texts, this)::of,
                pane -> desk.diffing().actions(pane, texts),
                pane -> voting));
    chat =
        new ChatPage(
            desk,
            commands,
            new ChatTools(texts, layer, background, desk.models(), desk.presets(), outside));
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
    InsightsView insights = new InsightsView(desk.insights(), texts);
    StackPane root = new StackPane(frame(insights, settingsPage), layer);
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

  private BorderPane frame(InsightsView insights, SettingsView settingsPage) {
    HistoryView sidebar =
        new HistoryView(
            desk.history(), commands, new NewMenu(desk.sets(), commands, texts), texts, desk::open);
    sidebar.visibleProperty().bind(desk.shell().sidebarProperty());
    StackPane pages = new StackPane(chatWorkspace(sidebar), insights, settingsPage);
    desk.shell()
        .pageProperty()
        .subscribe(
            page -> {
              show(pages.getChildren().getFirst(), page == ShellViewModel.Page.CHAT);
              show(insights, page == ShellViewModel.Page.INSIGHTS);
              show(settingsPage, page == ShellViewModel.Page.SETTINGS);
            });
    BorderPane frame = new BorderPane(pages);
    frame.setTop(new NoticeBar(desk.shell(), texts));
    frame.setLeft(rail);
    return frame;
  }

  private HBox chatWorkspace(HistoryView sidebar) {
    sidebar.managedProperty().bind(sidebar.visibleProperty());
    HBox.setHgrow(chat, javafx.scene.layout.Priority.ALWAYS);
    chat.setMinWidth(0);
    return new HBox(sidebar, chat, inspector);
  }

  /** What the panes reach for in the rest of the window. */
  private record Outside(
      String sandbox, LinkOpener links, List<Function<PaneViewModel, List<TurnAction>>> actions)
      implements ChatTools.Outside {
    @Override
    public void openLink(String address) {
      links.open(address);
    }

    @Override
    public List<TurnAction> turnActions(PaneViewModel pane) {
      return actions.stream().flatMap(some -> some.apply(pane).stream()).toList();
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
  public void find() {
    desk.shell().pageProperty().set(ShellViewModel.Page.CHAT);
    chat.find().open();
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

  /** Where something was said already, the new pane is asked with what it begins. */
  @Override
  public void addPane() {
    PaneViewModel current = desk.chat().currentProperty().get();
    int messages = desk.chat().branches().messages();
    if (current == null || messages == 0) {
      desk.addPane(() -> chat.panes().chooseModel(chat.composer()::focusText));
      return;
    }
    LatePaneCard card =
        new LatePaneCard(current.model().model(), messages, texts, start -> begin(start, current));
    layer.show(null, card, card.first(), () -> {});
  }

  private void begin(LatePaneCard.Start start, PaneViewModel from) {
    layer.hide();
    BranchesViewModel branches = desk.chat().branches();
    switch (start) {
      case EMPTY -> desk.addPane(() -> chat.panes().chooseModel(chat.composer()::focusText));
      case COPY -> branches.fork(from, null, this::chooseModel);
      case REPLAY -> desk.addPane(() -> chat.panes().chooseModel(branches::replayCurrent));
    }
  }

  @Override
  public void showSets() {
    SetsDesk sets = desk.sets();
    sets.sets().open();
    PaneSetsCard card =
        new PaneSetsCard(
            sets.sets(),
            texts,
            set -> {
              layer.hide();
              sets.start(set);
            });
    layer.show(null, card, card.search(), card::close);
  }

  @Override
  public void saveSet() {
    SaveSetCard card = new SaveSetCard(desk.sets().sets(), desk.chat().panes(), texts, layer::hide);
    layer.show(null, card, card.name(), () -> {});
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
    chat.panes().chooseModel(() -> {});
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
  public void rename() {
    chat.title().edit();
  }

  @Override
  public void showShortcuts() {
    ShortcutsCard card = new ShortcutsCard(commands, texts, layer::hide);
    layer.show(null, card, card.first(), () -> {});
  }
}
