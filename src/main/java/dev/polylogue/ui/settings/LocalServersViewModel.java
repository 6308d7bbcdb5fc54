package dev.polylogue.ui.settings;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.session.LocalServers;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.AddProviderViewModel.Added;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Model servers that answered on this computer and are not set up yet. FX thread. */
public final class LocalServersViewModel {
  private final LocalServers servers;
  private final Providers providers;
  private final Work work;
  private final Texts texts;
  private final Consumer<Added> added;
  private final Consumer<Exception> trouble;

  private final ObservableList<LocalServers.Found> found = FXCollections.observableArrayList();
  private final ObservableList<LocalServers.Found> shown =
      FXCollections.unmodifiableObservableList(found);
  private boolean looking;

  /**
   * @param added called after a provider was stored
   */
  public LocalServersViewModel(
      LocalServers servers,
      Providers providers,
      Work work,
      Texts texts,
      Consumer<Added> added,
      Consumer<Exception> trouble) {
    this.servers = servers;
    this.providers = providers;
    this.work = work;
    this.texts = texts;
    this.added = added;
    this.trouble = trouble;
  }

  // Properties

  public ObservableList<LocalServers.Found> found() {
    return shown;
  }

  // Commands

  /** Asks the usual ports of this computer, and nobody else, once at a time. */
  public void look() {
    if (looking) {
      return;
    }
    looking = true;
    work.run(
        servers::find,
        answered -> {
          looking = false;
          found.setAll(answered.stream().filter(this::isNew).toList());
        },
        failure -> looking = false);
  }

  private boolean isNew(LocalServers.Found server) {
    return providers.all().stream()
        .noneMatch(known -> known.origin().equals(server.settings().origin()));
  }

  /** Sets the server up, under another name where its own is taken. */
  public void add(LocalServers.Found server) {
    if (!found.remove(server)) {
      return;
    }
    ProviderSettings wanted =
        server.preset().settings(free(server.preset().id()), server.settings().baseUrl(), null);
    String finding = texts.get("settings.works", server.models().size());
    work.act(
        () -> providers.add(wanted),
        () -> added.accept(new Added(wanted.id(), finding, "")),
        failure -> {
          found.add(server);
          trouble.accept(failure);
        });
  }

  private String free(String id) {
    List<String> taken = providers.all().stream().map(ProviderSettings::id).toList();
    return taken.contains(id)
        ? IntStream.iterate(2, number -> number + 1)
            .mapToObj(number -> id + "-" + number)
            .filter(name -> !taken.contains(name))
            .findFirst()
            .orElseThrow()
        : id;
  }
}
