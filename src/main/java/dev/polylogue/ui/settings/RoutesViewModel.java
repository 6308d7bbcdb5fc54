package dev.polylogue.ui.settings;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The ways to a deployment on Azure: listed as the address is typed, tried one after another when
 * the user says so. FX thread.
 */
public final class RoutesViewModel {
  /**
   * What a trial needs.
   *
   * @param like the provider to be, for a route
   * @param works called with the first route that answers
   */
  record Trial(
      Function<Route, ProviderSettings> like, KeySource key, Consumer<AzureDoctor.Finding> works) {}

  private final AzureDoctor doctor;
  private final Work work;
  private final Texts texts;
  private final Predicate<Route> wanted;

  private final ObservableList<RouteLine> lines = FXCollections.observableArrayList();
  private final ObservableList<RouteLine> shown = FXCollections.unmodifiableObservableList(lines);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper promise = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable String deployment;

  /** Counts the trials that were begun or stopped, so that what comes late changes nothing. */
  private int sitting;

  /**
   * @param wanted which routes may be taken at all
   */
  RoutesViewModel(AzureDoctor doctor, Work work, Texts texts, Predicate<Route> wanted) {
    this.doctor = doctor;
    this.work = work;
    this.texts = texts;
    this.wanted = wanted;
    list(List.of());
  }

  // Properties

  /** The likeliest first. */
  public ObservableList<RouteLine> lines() {
    return shown;
  }

  /** Why there are no routes, or empty. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What trying them will do: how many calls, and to which hosts. */
  public ReadOnlyStringProperty promiseProperty() {
    return promise.getReadOnlyProperty();
  }

  /** How the whole trial ended, where no route was found, or empty. */
  public ReadOnlyStringProperty outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether routes are being tried. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** As it was typed or as the address says; empty while neither names one. */
  public Optional<String> deployment() {
    return Optional.ofNullable(deployment);
  }

  /** The route to keep when none was tried. */
  Optional<Route> likeliest() {
    return lines.stream().findFirst().map(RouteLine::route);
  }

  // Commands

  /** Lists the routes to what was pasted. Contacts nobody. */
  void look(String pasted, String typedDeployment) {
    stop();
    outcome.set("");
    problem.set("");
    deployment = null;
    if (pasted.isBlank()) {
      list(List.of());
      return;
    }
    try {
      AzureDoctor.Diagnosis found = doctor.look(pasted, typedDeployment);
      deployment = found.deployment();
      list(found.routes().stream().filter(wanted).map(RouteLine::new).toList());
      if (lines.isEmpty()) {
        problem.set(texts.get("settings.routes.elsewhere"));
      }
    } catch (IllegalArgumentException e) {
      list(List.of());
      problem.set(Sentences.of(e, texts));
    }
  }

  private void list(List<RouteLine> found) {
    lines.setAll(found);
    List<String> hosts =
        found.stream().map(line -> line.route().baseUrl().getAuthority()).distinct().toList();
    promise.set(
        found.isEmpty()
            ? texts.get("settings.routes.none")
            : texts.get(
                "settings.routes.try",
                found.stream().mapToInt(line -> calls(line.route())).sum(),
                String.join(texts.get("settings.routes.and"), hosts)));
  }

  /** A chat that wants its limit under the other name is asked a second time. */
  private static int calls(Route route) {
    return route.protocol() == Protocol.OPENAI_CHAT ? 2 : 1;
  }

  /** Tries the routes in order, until one works or the key is refused. */
  void attempt(Trial trial) {
    if (busy.get() || deployment == null || lines.isEmpty()) {
      return;
    }
    outcome.set("");
    busy.set(true);
    lines.forEach(line -> line.become(RouteLine.State.WAITING, ""));
    next(trial, deployment, 0, ++sitting);
  }

  private void next(Trial trial, String name, int place, int now) {
    if (place == lines.size()) {
      end(texts.get("settings.routes.failed", name));
      return;
    }
    RouteLine line = lines.get(place);
    ProviderSettings like = trial.like().apply(line.route());
    line.become(RouteLine.State.TRYING, "");
    work.run(
        () -> doctor.attempt(like, line.route(), name, trial.key()),
        finding -> {
          if (now == sitting && !told(line, finding)) {
            next(trial, name, place + 1, now);
          } else if (now == sitting && finding.works()) {
            end("");
            trial.works().accept(finding);
          }
        },
        failure -> {
          if (now == sitting) {
            line.become(RouteLine.State.FAILED, Sentences.of(failure, texts));
            end("");
          }
        });
  }

  /** Says what came of a trial; true when no other route is to be tried. */
  private boolean told(RouteLine line, AzureDoctor.Finding finding) {
    Failure failure = finding.failure();
    line.become(
        finding.works() ? RouteLine.State.WORKS : RouteLine.State.FAILED,
        failure == null ? "" : failure.message());
    if (finding.isKeyRefused()) {
      end(texts.get("settings.routes.refused"));
    }
    return finding.works() || finding.isKeyRefused();
  }

  private void end(String words) {
    busy.set(false);
    outcome.set(words);
    lines.stream()
        .filter(line -> line.stateProperty().get() == RouteLine.State.WAITING)
        .forEach(line -> line.become(RouteLine.State.UNTRIED, ""));
  }

  /** Sends no further call; what the one under way brings is not looked at. */
  public void stop() {
    if (busy.get()) {
      sitting++;
      lines.stream()
          .filter(line -> line.stateProperty().get() == RouteLine.State.TRYING)
          .forEach(line -> line.become(RouteLine.State.UNTRIED, ""));
      end(texts.get("settings.routes.stopped"));
    }
  }
}
