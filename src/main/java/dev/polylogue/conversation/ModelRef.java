package dev.polylogue.conversation;

/**
 * Names a model at a provider, written {@code provider/model}: {@code xai/grok-3}. Only the first
 * slash divides, so a model name may hold slashes itself ({@code openrouter/meta/llama-4}).
 */
public record ModelRef(String provider, String model) {

  public ModelRef {
    if (provider.isBlank() || model.isBlank() || provider.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "A model is named provider/model, such as sandbox/scribe; got \"%s/%s\"."
              .formatted(provider, model));
    }
  }

  /**
   * Reads {@code provider/model}.
   *
   * @throws IllegalArgumentException with a sentence for the user when there is no such shape
   */
  public static ModelRef parse(String text) {
    String trimmed = text.strip();
    int slash = trimmed.indexOf('/');
    if (slash <= 0 || slash == trimmed.length() - 1) {
      throw new IllegalArgumentException(
          "A model is named provider/model, such as sandbox/scribe; got \"%s\".".formatted(text));
    }
    return new ModelRef(trimmed.substring(0, slash), trimmed.substring(slash + 1));
  }

  @Override
  public String toString() {
    return provider + "/" + model;
  }
}
