package dev.polylogue.photo;

/** Distances of colours as the eye sees them (B. Ottosson, 2020). Any thread. */
final class Oklab {
  static final Oklab INSTANCE = new Oklab();

  private static final int ROOTS = 4096;

  private final float[] linear = new float[256];
  private final float[] roots = new float[ROOTS + 2];

  private Oklab() {
    for (int i = 0; i < linear.length; i++) {
      double value = i / 255.0;
      linear[i] =
          (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.cbrt((double) i / ROOTS);
    }
  }

  /** Of two pixels {@code 0xAARRGGBB}, about 1 from black to white; alpha counts like lightness. */
  double distance(int one, int two) {
    float r1 = linear[one >> 16 & 0xff];
    float g1 = linear[one >> 8 & 0xff];
    float b1 = linear[one & 0xff];
    float r2 = linear[two >> 16 & 0xff];
    float g2 = linear[two >> 8 & 0xff];
    float b2 = linear[two & 0xff];
    float l =
        root(0.4122215f * r1 + 0.5363325f * g1 + 0.0514460f * b1)
            - root(0.4122215f * r2 + 0.5363325f * g2 + 0.0514460f * b2);
    float m =
        root(0.2119035f * r1 + 0.6806995f * g1 + 0.1073970f * b1)
            - root(0.2119035f * r2 + 0.6806995f * g2 + 0.1073970f * b2);
    float s =
        root(0.0883025f * r1 + 0.2817188f * g1 + 0.6299787f * b1)
            - root(0.0883025f * r2 + 0.2817188f * g2 + 0.6299787f * b2);
    float light = 0.2104543f * l + 0.7936178f * m - 0.0040720f * s;
    float a = 1.9779985f * l - 2.4285922f * m + 0.4505937f * s;
    float b = 0.0259040f * l + 0.7827718f * m - 0.8086758f * s;
    float alpha = ((one >>> 24) - (two >>> 24)) / 255f;
    return Math.sqrt(light * light + a * a + b * b + alpha * alpha);
  }

  /** The cube root, from a table with a straight line between its entries. */
  private float root(float value) {
    float place = value * ROOTS;
    int at = Math.min(ROOTS, (int) place);
    return roots[at] + (roots[at + 1] - roots[at]) * (place - at);
  }
}
