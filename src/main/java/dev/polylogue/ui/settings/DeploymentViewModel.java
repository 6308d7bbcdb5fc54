package dev.polylogue.ui.settings;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One more deployment for a provider on Azure that is set up. Its key belongs to its origin, so
 * only routes there are listed. FX thread.
 */
public final class DeploymentViewModel {
  private final ProviderSettings provider;
  private final AzureDoctor doctor;
  private final Providers providers;
  private final Work work;
  private final Texts texts;
  private final Consumer<String> kept;
  private final RoutesViewModel routes;

  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty deployment = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanProperty open = new SimpleBooleanProperty();

  /** What keeps a deployment. */
  record Tools(AzureDoctor doctor, Providers providers, Work work) {}

  /**
   * @param kept called when a route is stored, with what its trial found, or empty
   */
  DeploymentViewModel(ProviderSettings provider, Tools tools, Texts texts, Consumer<String> kept) {
    this.provider = provider;
    this.doctor = tools.doctor();
    this.providers = tools.providers();
    this.work = tools.work();
    this.texts = texts;
    this.kept = kept;
    routes = new RoutesViewModel(doctor, work, texts, this::isHere);
    address.subscribe(text -> look());
    deployment.subscribe(text -> look());
  }

  private boolean isHere(Route route) {
    return route.on(provider).origin().equals(provider.origin());
  }

  // Properties

  public ProviderSettings provider() {
    return provider;
  }

  public RoutesViewModel routes() {
    return routes;
  }

  /** Whatever the portal shows as an endpoint. */
  public StringProperty addressProperty() {
    return address;
  }

  public StringProperty deploymentProperty() {
    return deployment;
  }

  /** What is wrong with what was typed, or why it was not stored, or empty. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public BooleanProperty openProperty() {
    return open;
  }

  // Commands

  public void begin() {
    address.set(provider.baseUrl().toString().replaceFirst("/openai/deployments/.*", ""));
    deployment.set("");
    open.set(true);
  }

  private void look() {
    problem.set("");
    routes.look(address.get().strip(), deployment.get().strip());
  }

  /** Tries the routes and keeps the first that works. */
  public void tryOut() {
    if (isNamed()) {
      routes.attempt(
          new RoutesViewModel.Trial(
              this::like,
              providers.keyOf(provider),
              finding ->
                  keep(finding, texts.get("settings.routes.works", finding.route().style()))));
    }
  }

  /** Keeps the likeliest route. */
  public void add() {
    if (isNamed()) {
      Route route = routes.likeliest().orElseThrow();
      keep(new AzureDoctor.Finding(route, like(route), null, null), "");
    }
  }

  private boolean isNamed() {
    if (routes.lines().isEmpty()) {
      String why = routes.problemProperty().get();
      problem.set(why.isEmpty() ? texts.get("settings.error.portal") : why);
      return false;
    }
    problem.set(routes.deployment().isEmpty() ? texts.get("settings.error.deployment") : "");
    return routes.deployment().isPresent();
  }

  /** A route that was pinned before must not stand in for the one that is tried. */
  private ProviderSettings like(Route route) {
    Map<String, String> options = new LinkedHashMap<>(provider.options());
    routes.deployment().ifPresent(name -> options.remove("route." + name));
    return route.on(provider.at(provider.protocol(), provider.baseUrl(), options));
  }

  private void keep(AzureDoctor.Finding finding, String words) {
    String name = routes.deployment().orElseThrow();
    work.run(
        () -> doctor.pin(finding, name),
        pinned -> {
          cancel();
          kept.accept(words);
        },
        failure -> problem.set(Sentences.of(failure, texts)));
  }

  public void cancel() {
    routes.stop();
    open.set(false);
    deployment.set("");
    problem.set("");
  }
}
