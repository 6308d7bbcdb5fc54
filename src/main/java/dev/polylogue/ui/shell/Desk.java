package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.session.Attachments;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Places;
import dev.polylogue.ui.chat.ArrangementViewModel;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.FindViewModel;
import dev.polylogue.ui.chat.Landing;
import dev.polylogue.ui.chat.LiveRounds;
import dev.polylogue.ui.chat.ModelChooserViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.chat.PresetsViewModel;
import dev.polylogue.ui.chat.SettingAdvice;
import dev.polylogue.ui.composer.AttachmentsViewModel;
import dev.polylogue.ui.composer.ComposerViewModel;
import dev.polylogue.ui.composer.Knobs;
import dev.polylogue.ui.diff.DiffViewModel;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.history.HistoryViewModel;
import dev.polylogue.ui.history.SearchViewModel;
import dev.polylogue.ui.insight.InsightsViewModel;
import dev.polylogue.ui.inspector.ExchangeSource;
import dev.polylogue.ui.inspector.InspectorViewModel;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.photo.PhotoTools;
import dev.polylogue.ui.transfer.TransferViewModel;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** All view models of a window and how they hang together; no view, no toolkit. FX thread. */
public final class Desk {
  private final Services services;
  private final Opening opening;
  private final Beginning beginning;
  private final Work inOrder;
  private final Texts texts;
  private final Clock clock;
  private final SearchDesk searching;
  private final RescueDesk rescue;
  private final ShellViewModel shell = new ShellViewModel();
  private final LiveRounds rounds = new LiveRounds();
  private final ChatViewModel chat;
  private final ComposerViewModel composer;
  private final HistoryDesk ordering;
  private final HistoryViewModel history;
  private final ModelChooserViewModel models;
  private final ArrangementViewModel arrangement;
  private final SetsDesk sets;
  private final SettingsDesk settings;
  private final ChatOutbox outbox;
  private final Knobs knobs;
  private final InspectorViewModel inspector;
  private final InspectorDesk inspecting;
  private final DiffViewModel diff;
  private final DiffDesk diffing;
  private final ReadingDesk reading;
  private final PresetsViewModel presets;
  private final VoteDesk voting;
  private final InsightsViewModel insights;
  private final PhotoDesk photos;
  private final TransferViewModel transfer;
  private final LatestPane latestPane;
  private final Lookout lookout;

  /**
   * @param work each piece on its own
   * @param inOrder one piece after another, for what changes the history
   */
  public Desk(Services services, Work work, Work inOrder, Texts texts, Clock clock) {
    this.services = services;
    this.opening = new Opening(services, texts.get("composer.first"));
    this.beginning = new Beginning(this, services, inOrder);
    this.inOrder = inOrder;
    this.texts = texts;
    this.clock = clock;
    rescue = new RescueDesk(services, work, texts, shell);
    Consumer<Exception> trouble = this::report;
    DeskHands hands = new DeskHands(this, texts);
    chat = new ChatViewModel(services.comparisons(), services.compare(), inOrder, rounds, trouble);
    outbox = new ChatOutbox(chat, services, rescue.refusal(), inOrder, texts, trouble);
    composer = new ComposerViewModel(outbox, new AttachmentsViewModel(files(), work, texts), texts);
    knobs =
        new ChatKnobs(chat, pane -> SettingAdvice.of(services.providers(), pane.model(), texts));
    ordering =
        new HistoryDesk(
            services, chat, new HistoryDesk.Loan(inOrder, texts, clock, this::open, trouble));
    history = ordering.list();
    models = new ModelChooserViewModel(services.providers(), work, texts);
    arrangement = new ArrangementViewModel(services.settings(), inOrder, trouble);
    settings = new SettingsDesk(services, work, inOrder, texts, rescue, trouble);
    presets = new PresetsViewModel(services.settings(), inOrder, texts, trouble);
    sets = new SetsDesk(services, inOrder, texts, hands);
    inspector =
        new InspectorViewModel(
            ExchangeSource.of(services.comparisons()::exchanges, services.curl()), work, texts);
    inspecting = new InspectorDesk(chat, inspector, services.settings(), inOrder, trouble);
    diff = new DiffViewModel(work, trouble);
    reading =
        new ReadingDesk(
            new FindViewModel(chat, work, texts, trouble), services.settings(), inOrder, trouble);
    diffing = new DiffDesk(chat, diff, reading.find());
    searching =
        new SearchDesk(
            new SearchViewModel(services.search(), work, texts, trouble),
            new Landing(chat, reading.find(), services.comparisons(), inOrder, hands),
            found -> doors().show(found),
            new Places(services.comparisons()),
            inOrder,
            trouble);
    voting = new VoteDesk(chat, services.votes(), inOrder, texts, trouble);
    latestPane = new LatestPane(chat, services.settings(), inOrder, trouble);
    insights = new InsightsViewModel(services.votes(), work, texts, clock, trouble);
    photos =
        new PhotoDesk(
            services,
            new PhotoTools.Works(work, inOrder),
            texts,
            clock,
            picture -> doors().attach(picture),
            trouble);
    transfer = new TransferViewModel(services.transfers(), work, texts, history::refresh);
    lookout = new Lookout(this, services.comparisons(), inOrder);
    history.maskedProperty().bind(voting.masked());
    // What it shows bears names.
    voting.model().blindingProperty().addListener((property, before, now) -> diff.close());
    chat.openedProperty().addListener((property, before, now) -> opened(now));
    chat.titleProperty().addListener((property, before, now) -> history.refresh());
    chat.pathProperty().addListener((property, before, now) -> history.refresh());
    // A hit bears the title of its comparison, whoever changed it.
    history.rows().addListener((InvalidationListener) rows -> searching.search().refresh());
    chat.panes().addListener((ListChangeListener<PaneViewModel>) this::panesChanged);
    rounds.comparisons().addListener((SetChangeListener<UUID>) change -> liveChanged());
    new TitleDesk(
            services.compare().titles(), settings.titles(), work, chat, history::refresh, trouble)
        .follow(rounds);
    shell.pageProperty().addListener((property, before, now) -> turned(now));
  }

  private void turned(ShellViewModel.Page page) {
    switch (page) {
      case CHAT -> {}
      case IMAGES -> photos.look();
      case INSIGHTS -> insights.look();
      case SETTINGS -> {
        settings.servers().look();
        settings.health().look();
      }
    }
  }

  public ShellViewModel shell() {
    return shell;
  }

  public LiveRounds rounds() {
    return rounds;
  }

  public ChatViewModel chat() {
    return chat;
  }

  public ComposerViewModel composer() {
    return composer;
  }

  /** Pictures and files of prompts and answers. */
  public Attachments files() {
    return services.compare().attachments();
  }

  /** What can be set for all panes at once. */
  public Knobs knobs() {
    return knobs;
  }

  /** Settings of panes that were saved under a name. */
  public PresetsViewModel presets() {
    return presets;
  }

  public InspectorViewModel inspector() {
    return inspector;
  }

  public DiffViewModel diff() {
    return diff;
  }

  DiffDesk diffing() {
    return diffing;
  }

  public ReadingDesk reading() {
    return reading;
  }

  /** Voting, and hiding whose replies they are. */
  public VoteDesk voting() {
    return voting;
  }

  /** What the votes say. */
  public InsightsViewModel insights() {
    return insights;
  }

  /** Searching the history. */
  public SearchDesk searching() {
    return searching;
  }

  /** What can be done with the comparisons of the history. */
  public HistoryDesk ordering() {
    return ordering;
  }

  /** Goes to what a source within this program names, or says that it is gone. */
  void visit(String address) {
    searching.visit(address, () -> shell.notice(SearchDesk.words(Landing.Note.GONE, texts)));
  }

  Clock clock() {
    return clock;
  }

  /** The Images workspace. */
  public PhotoDesk photos() {
    return photos;
  }

  /** The ways between the Images workspace and the others. */
  PhotoDoors doors() {
    return new PhotoDoors(this, texts);
  }

  /** Export and import. */
  public TransferViewModel transfer() {
    return transfer;
  }

  public HistoryViewModel history() {
    return history;
  }

  public ModelChooserViewModel models() {
    return models;
  }

  /** How the panes stand. */
  public ArrangementViewModel arrangement() {
    return arrangement;
  }

  /** Named rows of panes to start from. */
  public SetsDesk sets() {
    return sets;
  }

  public SettingsDesk settings() {
    return settings;
  }

  /** What can be done about a history that is damaged or read-only. */
  public RescueDesk rescue() {
    return rescue;
  }

  /** Opens what was open last, or the first comparison there ever is. */
  public void start() {
    new LatestPhoto(this, services, inOrder).bringBack();
    inOrder.run(opening::find, this::begin, this::report);
    history.refresh();
  }

  /** Only then what is counted, which takes the longer the more there is. */
  private void begin(UUID first) {
    voting.prepare(first);
    chat.open(first);
    ordering.start();
  }

  /** Two sandbox models and a prompt ready to be sent, as at the very first start. */
  public void openFirstSteps() {
    inOrder.run(opening::create, this::open, this::report);
  }

  public void open(UUID comparison) {
    composer.saveDraft();
    shell.pageProperty().set(ShellViewModel.Page.CHAT);
    voting.prepare(comparison);
    chat.open(comparison);
  }

  /** A new comparison of the models that are on screen now, unless this one is still blank. */
  public void newComparison() {
    beginning.begin();
  }

  /** Puts a message of a pane into the composer, to be sent in other words. */
  public void edit(PaneViewModel pane, UUID turn) {
    outbox.sent(pane, turn).ifPresent(composer::edit);
  }

  /** The comparison on screen when nothing was sent to it yet. */
  @Nullable Comparison blank() {
    boolean noTurns = chat.panes().stream().allMatch(pane -> pane.turns().isEmpty());
    return noTurns ? chat.openedProperty().get() : null;
  }

  /**
   * One more pane of the current pane's model, to be given another.
   *
   * @param added called when it is there
   */
  public void addPane(Runnable added) {
    PaneViewModel current = chat.currentProperty().get();
    if (current != null) {
      chat.addPane(PaneSpec.of(current.model()), added);
    }
  }

  /** Every few seconds while somebody looks at the window. */
  public void lookOutside() {
    lookout.look();
    rescue.look(keepTrying());
  }

  /** Every few seconds, whoever looks: what could not be kept is tried again (D15). */
  public boolean keepTrying() {
    boolean photosAreKept = photos.keepTrying();
    return composer.keepTrying() && photosAreKept;
  }

  /** Once a frame while anything is live. */
  public void frame() {
    // Rounds that are done are let go first, so that the panes still see their last snapshot.
    rounds.frame();
    chat.frame();
    photos.frame();
  }

  /** Keeps what is unsaved; done when the work in order is. */
  public void close() {
    composer.close();
    photos.close();
    chat.keepPlaces();
    inspecting.remember();
    latestPane.remember();
  }

  private void opened(@Nullable Comparison comparison) {
    if (comparison == null) {
      return;
    }
    UUID id = comparison.id();
    composer.show(id, comparison.draft());
    history.selectedProperty().set(id);
    history.refresh();
    if (rescue.refusal().isEmpty()) {
      inOrder.act(() -> opening.remember(id), () -> {}, this::report);
    }
  }

  private void panesChanged(ListChangeListener.Change<? extends PaneViewModel> change) {
    while (change.next()) {
      if (change.wasAdded() != change.wasRemoved()) {
        history.refresh();
        return;
      }
    }
  }

  private void liveChanged() {
    history.showLive(rounds.comparisons());
    history.refresh();
    searching.search().refresh();
  }

  void report(Exception trouble) {
    shell.notice(voting.discreet(Sentences.of(trouble, texts)));
    rescue.see(trouble);
  }
}
