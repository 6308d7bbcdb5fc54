package dev.polylogue.photo;

/** From a cool transparent blue over red to a bright yellow. */
public final class HeatColours {
  private static final int[][] STOPS = {
    {90, 40, 60, 200},
    {170, 150, 20, 160},
    {220, 230, 50, 50},
    {240, 255, 150, 0},
    {255, 255, 240, 90}
  };

  private HeatColours() {}

  /** 256 colours, {@code 0xAARRGGBB}. */
  public static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      double place = i / 255.0 * (STOPS.length - 1);
      int stop = Math.min(STOPS.length - 2, (int) place);
      int colour = 0;
      for (int channel = 0; channel < 4; channel++) {
        int from = STOPS[stop][channel];
        int to = STOPS[stop + 1][channel];
        colour = colour << 8 | (int) Math.round(from + (to - from) * (place - stop));
      }
      table[i] = colour;
    }
    return table;
  }
}
