package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.Announcer;
import dev.polylogue.ui.chat.ChatTools;
import dev.polylogue.ui.chat.FindBar;
import dev.polylogue.ui.chat.LiveText;
import dev.polylogue.ui.chat.PaneRow;
import dev.polylogue.ui.chat.Reading;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.composer.ComposerView;
import dev.polylogue.ui.diff.DiffView;
import dev.polylogue.ui.fx.Present;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.EditableTitle;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.vote.TagButton;
import dev.polylogue.ui.vote.VoteBar;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The chat workspace: title, panes, composer. FX thread. */
final class ChatPage extends BorderPane {
  private static final PseudoClass SET = PseudoClass.getPseudoClass("set");

  /** From here on there is room for names beside icons; else the title needs it. */
  private static final double SPELLED = 760;

  private final PaneRow panes;
  private final ComposerView composer;
  private final EditableTitle title;
  private final DiffView diff;
  private final Reading reading;
  private final FindBar find;
  private final VoteBar voteBar;
  private final TagButton tags;

  ChatPage(Desk desk, Commands commands, ChatTools tools) {
    Texts texts = tools.texts();
    tags = new TagButton(desk.voting().tags(), tools.layer(), texts);
    title =
        new EditableTitle(
            desk.chat().titleProperty(),
            commands.named("comparison.rename").hint(),
            texts.get("sidebar.untitled"),
            desk.chat()::rename);
    Gallery gallery =
        new Gallery(
            desk.files(),
            tools.background(),
            texts,
            trouble -> desk.shell().notice(Sentences.of(trouble, texts)));
    gallery.offerEditing(desk.doors()::edit);
    Announcer announcer = new Announcer(tools.background(), texts, Platform::isAccessibilityActive);
    reading =
        new Reading(desk.chat(), desk.reading().find(), desk.reading().inStepProperty(), announcer);
    panes = new PaneRow(desk.chat(), desk.arrangement(), tools, gallery, reading);
    find = new FindBar(desk.reading().find(), reading, texts);
    composer = new ComposerView(desk.composer(), desk.knobs(), commands, texts, gallery);
    composer.takeDropsOn(this);
    composer.takeTypingOn(panes);
    getStyleClass().add("chat-page");
    setTop(header(desk, commands, texts));
    diff = new DiffView(desk.diff(), texts);
    panes.visibleProperty().bind(desk.diff().openProperty().not());
    StackPane middle = new StackPane(panes);
    Present.last(middle, diff, desk.diff().openProperty(), panes);
    desk.diff().openProperty().addListener((property, before, open) -> focusWhatIsSeen(open));
    VBox.setVgrow(middle, Priority.ALWAYS);
    setCenter(new VBox(find, middle));
    voteBar = new VoteBar(desk.voting().model(), commands, texts);
    setBottom(new VBox(retryBar(desk, commands, texts), voteBar, composer));
    getChildren().add(new LiveText(announcer));
  }

  /** Shows itself when panes failed at the last turn. */
  private static HBox retryBar(Desk desk, Commands commands, Texts texts) {
    IntegerBinding failed = desk.chat().branches().failedProperty();
    Button retry =
        commands.bind("reply.retryFailed", new Button(null, Icons.of(Feather.ROTATE_CW)));
    retry
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("chat.retryFailed", failed.get()), failed));
    HBox bar = new HBox(retry);
    bar.setAlignment(Pos.CENTER);
    bar.getStyleClass().add("retry-bar");
    bar.visibleProperty().bind(failed.greaterThan(0));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private HBox header(Desk desk, Commands commands, Texts texts) {
    Button sidebar = commands.bind("sidebar.toggle", Buttons.icon(Feather.SIDEBAR, "", () -> {}));
    Button add =
        commands.bind("pane.add", new Button(texts.get("pane.add"), Icons.of(Feather.PLUS)));
    add.setMinWidth(USE_PREF_SIZE);
    Button presets = commands.bind("preset.apply", Buttons.icon(Feather.BOOKMARK, "", () -> {}));
    Button inspect = commands.bind("inspector.toggle", Buttons.icon(Feather.INFO, "", () -> {}));
    desk.inspector().openProperty().subscribe(open -> inspect.pseudoClassStateChanged(SET, open));
    Button step =
        commands.bind("reading.inStep", Buttons.icon(Feather.CHEVRONS_DOWN, "", () -> {}));
    desk.reading().inStepProperty().subscribe(on -> step.pseudoClassStateChanged(SET, on));
    Button look = commands.bind("find.open", Buttons.icon(Feather.SEARCH, "", () -> {}));
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    LayoutSwitch layouts = new LayoutSwitch(desk.arrangement(), commands, texts);
    Button blind =
        commands.bind("vote.blind", new Button(texts.get("vote.blind"), Icons.of(Feather.EYE_OFF)));
    blind.getStyleClass().addAll("flat", "blind-button");
    blind.setMinWidth(USE_PREF_SIZE);
    desk.voting().model().blindProperty().subscribe(on -> blind.pseudoClassStateChanged(SET, on));
    HBox header =
        new HBox(8, sidebar, title, tags, layouts, look, step, presets, blind, add, inspect);
    header
        .widthProperty()
        .subscribe(
            width -> {
              boolean spelled = width.doubleValue() >= SPELLED;
              layouts.spell(spelled);
              ContentDisplay face = spelled ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
              blind.setContentDisplay(face);
              add.setContentDisplay(face);
            });
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("chat-header");
    return header;
  }

  private void focusWhatIsSeen(boolean diffing) {
    if (diffing) {
      diff.focusLines();
    } else {
      panes.focusTranscript();
    }
  }

  DiffView diff() {
    return diff;
  }

  PaneRow panes() {
    return panes;
  }

  Reading reading() {
    return reading;
  }

  FindBar find() {
    return find;
  }

  ComposerView composer() {
    return composer;
  }

  VoteBar voteBar() {
    return voteBar;
  }

  TagButton tags() {
    return tags;
  }

  EditableTitle title() {
    return title;
  }
}
