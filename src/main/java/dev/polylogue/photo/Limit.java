package dev.polylogue.photo;

import java.util.Locale;

/**
 * What a provider takes.
 *
 * @param side of the longer side, in pixels, at most
 * @param pixels in all, at most
 * @param bytes of the file, at most
 * @param ratio of the longer side to the shorter, at most
 * @param least of the shorter side, in pixels
 */
public record Limit(int side, long pixels, long bytes, double ratio, int least) {
  /** OpenAI's, on Azure too: 50 MB, and no larger than what may come back (providers.md, 11.2). */
  public static final Limit GPT_IMAGE = new Limit(3840, 8_294_400, 45_000_000, 3, 16);

  /** 10 MiB (providers.md, 9.1). */
  public static final Limit XAI = new Limit(4096, 12_000_000, 7_500_000, 4, 16);

  /** A request may have 20 MB in Base64, several pictures among them. */
  public static final Limit GEMINI = new Limit(4096, 12_000_000, 7_000_000, 8, 16);

  /** Where nothing is known. */
  public static final Limit USUAL = new Limit(3072, 8_000_000, 7_000_000, 10, 1);

  /** Of a model, as its name says. */
  public static Limit of(String model) {
    String name = model.toLowerCase(Locale.ROOT);
    if (name.contains("gpt-image") || name.startsWith("darkroom")) {
      return GPT_IMAGE;
    }
    if (name.contains("grok")) {
      return XAI;
    }
    return name.contains("gemini") ? GEMINI : USUAL;
  }
}
