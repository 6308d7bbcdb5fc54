package dev.polylogue.settings;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user saved to start from, each under a name that is unique in its list.
 *
 * @param presets settings for one pane
 * @param sets rows of panes
 */
public record Shelf(List<PanePreset> presets, List<PaneSet> sets) {
  public static final Shelf EMPTY = new Shelf(List.of(), List.of());

  /** A named set of pane settings; the system prompt is one of the parameters. */
  public record PanePreset(String name, ModelRef model, Parameters parameters) {}

  /** A named row of panes, such as "my three". */
  public record PaneSet(String name, List<Place> panes) {
    public PaneSet {
      panes = List.copyOf(panes);
    }
  }

  /** A pane of a saved row. */
  public record Place(ModelRef model, Parameters parameters) {}

  public Shelf {
    presets = List.copyOf(presets);
    sets = List.copyOf(sets);
  }

  /** With the preset, in place of one of the same name. */
  public Shelf with(PanePreset saved) {
    return replaced(saved.name(), saved);
  }

  /** With another name for a preset, at its place. */
  public Shelf renamed(String preset, String name) {
    return presets.stream()
        .filter(known -> known.name().equals(preset))
        .findFirst()
        .map(known -> replaced(preset, new PanePreset(name, known.model(), known.parameters())))
        .orElse(this);
  }

  /** At the place of the one that had the name, else at the end. */
  private Shelf replaced(String name, PanePreset saved) {
    List<PanePreset> changed = new ArrayList<>();
    boolean put = false;
    for (PanePreset known : presets) {
      if (known.name().equals(name)) {
        changed.add(saved);
        put = true;
      } else if (!known.name().equals(saved.name())) {
        changed.add(known);
      }
    }
    if (!put) {
      changed.add(saved);
    }
    return new Shelf(changed, sets);
  }

  /** With the row, in place of one of the same name. */
  public Shelf with(PaneSet saved) {
    List<PaneSet> changed = new ArrayList<>(sets);
    changed.removeIf(set -> set.name().equals(saved.name()));
    changed.add(saved);
    return new Shelf(presets, changed);
  }

  public Shelf withoutPreset(String name) {
    return new Shelf(presets.stream().filter(preset -> !preset.name().equals(name)).toList(), sets);
  }

  public Shelf withoutSet(String name) {
    return new Shelf(presets, sets.stream().filter(set -> !set.name().equals(name)).toList());
  }
}
