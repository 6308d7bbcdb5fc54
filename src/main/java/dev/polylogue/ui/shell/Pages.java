package dev.polylogue.ui.shell;

import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.fx.Present;
import dev.polylogue.ui.insight.InsightsView;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.photo.PhotoPage;
import dev.polylogue.ui.photo.Shelf;
import dev.polylogue.ui.photo.Thumbs;
import dev.polylogue.ui.settings.SettingsView;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The pages of a window, of which one is seen. FX thread. */
final class Pages extends StackPane {
  /** What the Images page is given beside its view models. */
  record Outside(Services services, Background background, Layer layer) {}

  Pages(Desk desk, Node chat, PhotoPage photos, Layer layer, Texts texts) {
    InsightsView insights = new InsightsView(desk.insights(), texts);
    SettingsDesk settings = desk.settings();
    SettingsView settingsPage =
        new SettingsView(
            new SettingsView.Models(
                settings.looks(),
                settings.providers(),
                settings.adding(),
                settings.servers(),
                settings.health()),
            new TitlesChoice(settings.titles(), desk.models(), layer, texts),
            texts);
    desk.shell()
        .pageProperty()
        .subscribe(
            page ->
                Present.only(
                    this,
                    switch (page) {
                      case CHAT -> chat;
                      case IMAGES -> photos;
                      case INSIGHTS -> insights;
                      case SETTINGS -> settingsPage;
                    }));
  }

  static PhotoPage photos(Desk desk, Outside around, Commands commands, Texts texts) {
    PhotoDesk desks = desk.photos();
    Gallery gallery =
        new Gallery(
            around.services.compare().attachments(),
            around.background,
            texts,
            desks.tools().trouble());
    return new PhotoPage(
        new PhotoPage.Models(
            desks.photos(),
            desks.photo(),
            desks.editors(),
            desks.studio(),
            desk.shell().sidebarProperty(),
            desks.panelsProperty()),
        new PhotoPage.Surroundings(
            desks.tools(),
            new Shelf(desks.tools().lab(), around.background),
            new Thumbs(around.services.photos(), around.background),
            gallery,
            around.layer),
        commands);
  }
}
