package dev.polylogue.ui.shell;

import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.fx.Background;
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

  Pages(Desk desk, Node chat, PhotoPage photos, Texts texts) {
    InsightsView insights = new InsightsView(desk.insights(), texts);
    SettingsDesk settings = desk.settings();
    SettingsView settingsPage =
        new SettingsView(
            settings.looks(),
            settings.providers(),
            settings.adding(),
            settings.servers(),
            settings.health(),
            texts);
    getChildren().setAll(chat, photos, insights, settingsPage);
    desk.shell()
        .pageProperty()
        .subscribe(
            page -> {
              show(chat, page == ShellViewModel.Page.CHAT);
              show(photos, page == ShellViewModel.Page.IMAGES);
              show(insights, page == ShellViewModel.Page.INSIGHTS);
              show(settingsPage, page == ShellViewModel.Page.SETTINGS);
            });
  }

  private static void show(Node page, boolean shown) {
    page.setVisible(shown);
    page.setManaged(shown);
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
