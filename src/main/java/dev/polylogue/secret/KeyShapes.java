package dev.polylogue.secret;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises what looks like a key of a provider, so that nobody sends one in a prompt by mistake
 * (T27). The shapes are those of keys in use in 2026; prose, code and links are left alone.
 */
public final class KeyShapes {
  private static final int SHOWN = 6;

  private static final Pattern SHAPES =
      Pattern.compile(
          String.join(
              "|",
              "\\bsk-(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{20,}", // OpenAI, Anthropic (sk-ant-),
              // OpenRouter (sk-or-), DeepSeek
              "\\bxai-[A-Za-z0-9]{20,}",
              "\\bAIza[A-Za-z0-9_-]{30,}", // Google
              "\\bAQ\\.[A-Za-z0-9_-]{30,}", // Google, since 2025
              "\\bgsk_[A-Za-z0-9]{20,}", // Groq
              "\\bhf_[A-Za-z0-9]{20,}", // Hugging Face
              "\\bpplx-[A-Za-z0-9]{20,}", // Perplexity
              "\\bnvapi-[A-Za-z0-9_-]{20,}", // NVIDIA
              "\\br8_[A-Za-z0-9]{20,}", // Replicate
              "\\b(?:tgp_v1_|fw_|csk-|esecret_)[A-Za-z0-9_-]{20,}",
              "\\bLLM\\|[0-9]{6,}\\|[A-Za-z0-9_-]{10,}", // Meta
              "\\bgh[pousr]_[A-Za-z0-9]{30,}", // GitHub
              "\\bgithub_pat_[A-Za-z0-9_]{30,}",
              "\\bBearer\\s+(?=[A-Za-z._~+/-]*[0-9])[A-Za-z0-9._~+/-]{24,}",
              "\\bAKIA[A-Z0-9]{16}\\b", // Amazon
              "\\b[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}\\b", // Azure AI, 84 characters
              "(?i:(?:key|token|secret)\\b[\"']?\\s*[:=]?\\s*[\"']?)(?<![a-f0-9])[a-f0-9]{32,64}\\b"));

  private KeyShapes() {}

  /**
   * The beginning of the first thing in the text that looks like a key, such as {@code sk-pro…}, or
   * empty.
   */
  public static Optional<String> find(String text) {
    Matcher matcher = SHAPES.matcher(text);
    return matcher.find()
        ? Optional.of(matcher.group().substring(0, SHOWN) + "…")
        : Optional.empty();
  }
}
