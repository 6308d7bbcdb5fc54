package dev.polylogue.ui.settings;

import dev.polylogue.conversation.ProviderSettings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A provider as the settings page lists it. FX thread. */
public final class ProviderLine {
  /** How the last test went. */
  public enum Verdict {
    UNTESTED,
    TESTING,
    WORKS,
    FAILED
  }

  private final ProviderSettings provider;
  private final String keyPlace;
  private final boolean removable;
  private final KeyChangeViewModel key;
  private final @Nullable DeploymentViewModel deployment;

  private final ObjectProperty<Verdict> verdict = new SimpleObjectProperty<>(Verdict.UNTESTED);
  private final StringProperty finding = new SimpleStringProperty("");
  private final BooleanProperty confirming = new SimpleBooleanProperty();

  /**
   * @param keyPlace says where its key comes from
   * @param removable whether it is one that the user set up, not the sandbox
   * @param deployment the form for one more deployment, or null where there are none
   */
  ProviderLine(
      ProviderSettings provider,
      String keyPlace,
      boolean removable,
      KeyChangeViewModel key,
      @Nullable DeploymentViewModel deployment) {
    this.provider = provider;
    this.keyPlace = keyPlace;
    this.removable = removable;
    this.key = key;
    this.deployment = deployment;
  }

  // Properties

  public ProviderSettings provider() {
    return provider;
  }

  public String keyPlace() {
    return keyPlace;
  }

  public boolean removable() {
    return removable;
  }

  /** The form for another key. */
  public KeyChangeViewModel key() {
    return key;
  }

  /** The form for one more deployment, or null for a provider that has none. */
  public @Nullable DeploymentViewModel deployment() {
    return deployment;
  }

  public ObjectProperty<Verdict> verdictProperty() {
    return verdict;
  }

  /** What the last test found, in words. */
  public StringProperty findingProperty() {
    return finding;
  }

  /** Whether it asks if it is really to be removed. */
  public BooleanProperty confirmingProperty() {
    return confirming;
  }

  // Commands

  void found(Verdict now, String words) {
    verdict.set(now);
    finding.set(words);
  }
}
