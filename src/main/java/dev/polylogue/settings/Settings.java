package dev.polylogue.settings;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is set for the whole program.
 *
 * @param lastComparison what was open when the window closed, or null
 * @param shelf what the user saved to start from
 */
public record Settings(
    List<ProviderSettings> providers,
    Appearance appearance,
    @Nullable UUID lastComparison,
    Machine machine,
    Window window,
    Shelf shelf) {

  /**
   * What is done without being asked each time. Network and backups hold from the next start on.
   *
   * @param backups where backups of the history go, or null for the folder beside the data folder
   * @param titles the model that names comparisons, or null when their first words do
   * @param pictureHosts where pictures may go: {@code api.openai.com}, with a port where it is an
   *     unusual one; anywhere else but on this computer the user is asked first
   */
  public record Machine(
      Network network,
      @Nullable Path backups,
      @Nullable ModelRef titles,
      List<String> pictureHosts) {
    public static final Machine DEFAULT = new Machine(Network.DEFAULT, null, null, List.of());

    public Machine {
      pictureHosts = List.copyOf(pictureHosts);
    }
  }

  /**
   * How the network is reached.
   *
   * @param proxy {@code system}, {@code none}, or {@code http://host:port}; a name and password for
   *     it are taken from the environment only
   */
  public record Network(String proxy) {
    public static final Network DEFAULT = new Network("system");
  }

  /** Light, dark, or as the system is. */
  public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** How the panes stand: side by side, in rows and columns, or one with the others as tabs. */
  public enum Layout {
    COLUMNS,
    GRID,
    FOCUS
  }

  /**
   * How the window stands.
   *
   * @param inStep whether the panes scroll together, turn by turn
   * @param pane the current one when the window closed, or null
   * @param photo the session that is looked at in the Images workspace, or null elsewhere
   */
  public record Window(
      Inspector inspector,
      Layout layout,
      boolean inStep,
      @Nullable UUID pane,
      @Nullable UUID photo) {
    public static final Window DEFAULT =
        new Window(Inspector.CLOSED, Layout.COLUMNS, false, null, null);

    public Window with(Inspector changed) {
      return new Window(changed, layout, inStep, pane, photo);
    }

    public Window with(Layout changed) {
      return new Window(inspector, changed, inStep, pane, photo);
    }

    public Window withInStep(boolean changed) {
      return new Window(inspector, layout, changed, pane, photo);
    }

    public Window withPane(@Nullable UUID changed) {
      return new Window(inspector, layout, inStep, changed, photo);
    }

    public Window withPhoto(@Nullable UUID changed) {
      return new Window(inspector, layout, inStep, pane, changed);
    }
  }

  /**
   * The inspector beside the panes.
   *
   * @param width in pixels
   */
  public record Inspector(boolean open, int width) {
    public static final Inspector CLOSED = new Inspector(false, 400);
  }

  public static final Settings DEFAULT = new Settings(List.of(), Appearance.SYSTEM, null);

  /** With the rest as it is at first. */
  public Settings(
      List<ProviderSettings> providers, Appearance appearance, @Nullable UUID lastComparison) {
    this(providers, appearance, lastComparison, Machine.DEFAULT, Window.DEFAULT, Shelf.EMPTY);
  }

  public Settings {
    providers = List.copyOf(providers);
  }

  public Settings with(ProviderSettings added) {
    List<ProviderSettings> changed = new ArrayList<>(providers);
    int place = changed.stream().map(ProviderSettings::id).toList().indexOf(added.id());
    if (place < 0) {
      changed.add(added);
    } else {
      changed.set(place, added);
    }
    return new Settings(changed, appearance, lastComparison, machine, window, shelf);
  }

  public Settings without(String provider) {
    List<ProviderSettings> left =
        providers.stream().filter(known -> !known.id().equals(provider)).toList();
    return new Settings(left, appearance, lastComparison, machine, window, shelf);
  }

  public Settings with(Appearance changed) {
    return new Settings(providers, changed, lastComparison, machine, window, shelf);
  }

  public Settings withTitlesOf(@Nullable ModelRef model) {
    return with(new Machine(machine.network, machine.backups, model, machine.pictureHosts));
  }

  /** The model that names comparisons, or null when their first words do. */
  public @Nullable ModelRef titles() {
    return machine.titles;
  }

  public Network network() {
    return machine.network();
  }

  public Settings with(Network changed) {
    return with(new Machine(changed, machine.backups, machine.titles, machine.pictureHosts));
  }

  public List<String> pictureHosts() {
    return machine.pictureHosts;
  }

  /** The same with more of them. */
  public Settings withPictureHosts(Collection<String> added) {
    List<String> hosts =
        Stream.of(machine.pictureHosts, added)
            .flatMap(Collection::stream)
            .distinct()
            .sorted()
            .toList();
    return with(new Machine(machine.network, machine.backups, machine.titles, hosts));
  }

  public Settings with(Machine changed) {
    return new Settings(providers, appearance, lastComparison, changed, window, shelf);
  }

  public Settings with(Window changed) {
    return new Settings(providers, appearance, lastComparison, machine, changed, shelf);
  }

  public Settings with(Shelf changed) {
    return new Settings(providers, appearance, lastComparison, machine, window, changed);
  }

  public Settings withLast(@Nullable UUID comparison) {
    return new Settings(providers, appearance, comparison, machine, window, shelf);
  }
}
