package dev.polylogue.provider;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of models, compared as people mean them. */
public final class ModelName {
  private static final Pattern BETWEEN = Pattern.compile("[\\s._/:-]+");

  /** A day or {@code latest} behind a name: the same model ({@code gpt-5.4-2026-03-05}). */
  private static final Pattern DAY =
      Pattern.compile("-(?:\\d{4}(?:-\\d{2}-\\d{2})?|\\d{6}|\\d{8}|latest)$");

  private ModelName() {}

  /**
   * In small letters, with one hyphen wherever words part: {@code Grok 4.3} is {@code grok-4-3}.
   */
  public static String plain(String name) {
    String parted = BETWEEN.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    return parted.replaceAll("^-|-$", "");
  }

  /** The same without a day behind it. */
  public static String undated(String plain) {
    return DAY.matcher(plain).replaceFirst("");
  }

  /** Whether the words stand in the name, whole and in this order. */
  public static boolean has(String plain, String words) {
    return ("-" + plain + "-").contains("-" + plain(words) + "-");
  }
}
