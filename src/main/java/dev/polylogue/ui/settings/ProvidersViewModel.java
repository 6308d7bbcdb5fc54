package dev.polylogue.ui.settings;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The providers that are set up. FX thread. */
public final class ProvidersViewModel {
  private final AzureDoctor doctor;
  private final Providers providers;
  private final Work work;
  private final Texts texts;
  private final Consumer<Exception> trouble;

  private final ObservableList<ProviderLine> lines = FXCollections.observableArrayList();
  private final ObservableList<ProviderLine> shown =
      FXCollections.unmodifiableObservableList(lines);

  public ProvidersViewModel(
      AzureDoctor doctor,
      Providers providers,
      Work work,
      Texts texts,
      Consumer<Exception> trouble) {
    this.doctor = doctor;
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
      made.add(
          new ProviderLine(
              provider,
              keyPlace(provider, sandbox),
              !sandbox,
              change(provider),
              deployment(provider)));
    }
    lines.setAll(made);
  }

  /** Notices what another program has set up. What can't be read now is read the next time. */
  public void look() {
    work.run(
        providers::look,
        changed -> {
          if (changed) {
            refresh();
          }
        },
        failure -> {});
  }

  private String keyPlace(ProviderSettings provider, boolean sandbox) {
    if (sandbox) {
      return texts.get("settings.key.sandbox");
    }
    return switch (provider.key().kind()) {
      case NONE -> texts.get("settings.key.none");
      case VARIABLE ->
          texts.get("settings.key.variable", Objects.toString(provider.key().variable(), ""));
      case KEYCHAIN -> texts.get("settings.key.keychain");
      case FILE -> texts.get("settings.key.file");
      case SESSION -> texts.get("settings.key.session");
    };
  }

  private KeyChangeViewModel change(ProviderSettings provider) {
    return new KeyChangeViewModel(
        provider, providers.keys(), work, texts, remark -> changed(provider.id(), remark));
  }

  private @Nullable DeploymentViewModel deployment(ProviderSettings provider) {
    return AzureDraft.isAzure(provider.options())
        ? new DeploymentViewModel(
            provider,
            new DeploymentViewModel.Tools(doctor, providers, work),
            texts,
            finding -> show(new AddProviderViewModel.Added(provider.id(), finding, "")))
        : null;
  }

  /** Shows the provider with its new key, and tests it. */
  private void changed(String provider, String remark) {
    refresh();
    line(provider).ifPresent(this::test);
    tell(remark);
  }

  /** Shows a provider that was just added, with what its test found. */
  public void show(AddProviderViewModel.Added added) {
    refresh();
    if (!added.finding().isEmpty()) {
      line(added.provider())
          .ifPresent(line -> line.found(ProviderLine.Verdict.WORKS, added.finding()));
    }
    tell(added.remark());
  }

  private void tell(String remark) {
    if (!remark.isEmpty()) {
      trouble.accept(new IllegalArgumentException(remark));
    }
  }

  private Optional<ProviderLine> line(String provider) {
    return lines.stream().filter(line -> line.provider().id().equals(provider)).findFirst();
  }

  /** Asks the provider for its models and says in words what came. */
  public void test(ProviderLine line) {
    if (line.verdictProperty().get() == ProviderLine.Verdict.TESTING) {
      return;
    }
    line.found(ProviderLine.Verdict.TESTING, texts.get("settings.testing"));
    work.run(
        () -> providers.listed(line.provider().id()),
        models ->
            line.found(ProviderLine.Verdict.WORKS, texts.get("settings.works", models.size())),
        failure -> line.found(ProviderLine.Verdict.FAILED, Sentences.of(failure, texts)));
  }

  public void remove(ProviderLine line) {
    work.run(
        () -> providers.remove(line.provider().id()),
        removed -> refresh(),
        failure -> {
          refresh();
          trouble.accept(failure);
        });
  }
}
