package dev.polylogue.ui.settings;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The providers that are set up. FX thread. */
public final class ProvidersViewModel {
  private final Providers providers;
  private final Work work;
  private final Texts texts;
  private final Consumer<Exception> trouble;

  private final ObservableList<ProviderLine> lines = FXCollections.observableArrayList();
  private final ObservableList<ProviderLine> shown =
      FXCollections.unmodifiableObservableList(lines);

  public ProvidersViewModel(
      Providers providers, Work work, Texts texts, Consumer<Exception> trouble) {
    this.providers = providers;
    this.work = work;
    this.texts = texts;
    this.trouble = trouble;
    refresh();
  }

  // Properties

  /** The sandbox first. */
  public ObservableList<ProviderLine> lines() {
    return shown;
  }

  // Commands

  /** Shows the providers as they are set up now. */
  public void refresh() {
    List<ProviderSettings> all = providers.all();
    List<ProviderLine> made = new ArrayList<>();
    for (ProviderSettings provider : all) {
      boolean sandbox = made.isEmpty();
      made.add(new ProviderLine(provider, keyPlace(provider, sandbox), !sandbox));
    }
    lines.setAll(made);
  }

  private String keyPlace(ProviderSettings provider, boolean sandbox) {
    if (sandbox) {
      return texts.get("settings.key.sandbox");
    }
    if (providers.holdsKey(provider.id())) {
      return texts.get("settings.key.typed");
    }
    String variable = provider.keyVariable();
    return variable == null
        ? texts.get("settings.key.none")
        : texts.get("settings.key.variable", variable);
  }

  /** Asks the provider for its models and says in words what came. */
  public void test(ProviderLine line) {
    if (line.verdictProperty().get() == ProviderLine.Verdict.TESTING) {
      return;
    }
    line.found(ProviderLine.Verdict.TESTING, texts.get("settings.testing"));
    work.run(
        () -> providers.models(line.provider().id()),
        models ->
            line.found(ProviderLine.Verdict.WORKS, texts.get("settings.works", models.size())),
        failure -> line.found(ProviderLine.Verdict.FAILED, Sentences.of(failure, texts)));
  }

  public void remove(ProviderLine line) {
    work.run(() -> providers.remove(line.provider().id()), removed -> refresh(), trouble);
  }
}
