package dev.polylogue.provider.pictures;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ProviderException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which dialect a provider makes pictures. */
public enum PictureForm {
  OPENAI,
  XAI,
  OPENROUTER,
  AZURE,
  GEMINI,
  /** It makes none. */
  NONE;

  /** Option: one of the words above. */
  private static final String OPTION = "pictures";

  /**
   * As the option says, else by the protocol and the host; whoever else speaks OpenAI's chat is
   * tried in OpenAI's way.
   *
   * @throws ProviderException when the option is no such word
   */
  public static PictureForm of(ProviderSettings settings) throws ProviderException {
    String word = settings.options().get(OPTION);
    if (word == null) {
      return usual(settings);
    }
    return Arrays.stream(values())
        .filter(form -> form.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                ProviderException.failed(
                    FailureKind.BAD_REQUEST,
                    "The option %s of %s is \"%s\"; it can be %s."
                        .formatted(
                            OPTION,
                            settings.id(),
                            word,
                            Arrays.stream(values())
                                .map(PictureForm::word)
                                .collect(Collectors.joining(", ")))));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static PictureForm usual(ProviderSettings settings) {
    return switch (settings.protocol()) {
      case ANTHROPIC -> NONE;
      case GEMINI -> GEMINI;
      case OPENAI_CHAT, OPENAI_RESPONSES -> {
        String host = String.valueOf(settings.baseUrl().getHost()).toLowerCase(Locale.ROOT);
        yield switch (host) {
          case "api.x.ai" -> XAI;
          case "openrouter.ai" -> OPENROUTER;
          default -> isAzure(host) ? AZURE : OPENAI;
        };
      }
    };
  }

  private static boolean isAzure(String host) {
    return host.endsWith(".azure.com")
        || host.endsWith(".azure.us")
        || host.endsWith(".azure.cn")
        || host.endsWith(".api.cognitive.microsoft.com");
  }
}
