package dev.polylogue.ui.settings;

import atlantafx.base.theme.Styles;
import dev.polylogue.settings.Settings.Appearance;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Clips;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The settings page. FX thread. */
public final class SettingsView extends ScrollPane {
  private final Texts texts;

  /** What is set there. */
  public record Models(
      LooksViewModel looks,
      ProvidersViewModel providers,
      AddProviderViewModel adding,
      LocalServersViewModel servers,
      HealthViewModel health) {}

  /**
   * @param titles in which it is chosen who names comparisons
   */
  public SettingsView(Models models, Node titles, Texts texts) {
    HealthViewModel health = models.health;
    this.texts = texts;
    Label heading = new Label(texts.get("settings.title"));
    heading.getStyleClass().add("page-title");
    VBox page =
        new VBox(
            heading,
            section(texts.get("settings.looks"), null, appearance(models.looks)),
            section(
                texts.get("settings.providers"),
                texts.get("settings.providers.about"),
                new ProvidersSection(models.providers, models.adding, models.servers, texts)),
            section(texts.get("settings.titles"), texts.get("settings.titles.about"), titles),
            section(
                texts.get("settings.data"),
                texts.get("settings.data.about"),
                folder(health.folder().toString())),
            section(
                texts.get("settings.health"),
                texts.get("settings.health.about", health.backupFolder().toString()),
                new HealthSection(health, texts)));
    page.getStyleClass().add("settings-page");
    StackPane middle = new StackPane(page);
    middle.setAlignment(Pos.TOP_CENTER);
    getStyleClass().add("settings");
    setAccessibleText(texts.get("settings.title"));
    setFocusTraversable(false);
    setFitToWidth(true);
    setContent(middle);
  }

  private static VBox section(
      String title, @org.jspecify.annotations.Nullable String about, Node content) {
    Label heading = new Label(title);
    heading.getStyleClass().add("section-title");
    VBox section = new VBox(heading);
    section.getStyleClass().add("section");
    if (about != null) {
      Label words = new Label(about);
      words.getStyleClass().add("muted");
      words.setWrapText(true);
      section.getChildren().add(words);
    }
    section.getChildren().add(content);
    return section;
  }

  private HBox appearance(LooksViewModel looks) {
    ToggleGroup group = new ToggleGroup();
    List<String> places = List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
    HBox row = new HBox();
    for (Appearance appearance : Appearance.values()) {
      ToggleButton button = new ToggleButton(name(appearance));
      button.setMnemonicParsing(false);
      button.getStyleClass().add(places.get(row.getChildren().size()));
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            looks.choose(appearance);
          });
      looks.appearanceProperty().subscribe(now -> button.setSelected(now == appearance));
      row.getChildren().add(button);
    }
    return row;
  }

  private String name(Appearance appearance) {
    return switch (appearance) {
      case SYSTEM -> texts.get("settings.looks.system");
      case LIGHT -> texts.get("settings.looks.light");
      case DARK -> texts.get("settings.looks.dark");
    };
  }

  private HBox folder(String home) {
    Label path = new Label(home);
    path.getStyleClass().add("path");
    path.setMinWidth(0);
    HBox row =
        new HBox(
            8,
            path,
            Buttons.icon(Feather.COPY, texts.get("settings.data.copy"), () -> Clips.copy(home)));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
