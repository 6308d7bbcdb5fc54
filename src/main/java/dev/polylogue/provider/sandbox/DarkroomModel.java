package dev.polylogue.provider.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * Develops pictures by fixed rules.
 *
 * @param temper by which it multiplies amounts that were not said in figures
 * @param finish what it does to every picture in the end, and why two of them differ
 */
record DarkroomModel(String name, double temper, Develop finish) {
  static final List<DarkroomModel> ALL =
      List.of(
          new DarkroomModel("darkroom", 1, image -> image),
          new DarkroomModel("darkroom-soft", 0.6, Effects.glow(0.35).then(Tones.contrast(-0.08))),
          new DarkroomModel(
              "darkroom-bold",
              1.5,
              Tones.contrast(0.18).then(Tones.saturation(1.2)).then(Effects.sharpen(0.5))));

  static Optional<DarkroomModel> named(String name) {
    return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** With so much more or less of everything, for the second and third of several results. */
  Wording.Order understand(String instruction, int number) {
    double variation = number == 0 ? 1 : number % 2 == 1 ? 1 + 0.25 * number : 1 - 0.1 * number;
    return Wording.read(instruction, temper * Math.max(0.2, variation));
  }
}
