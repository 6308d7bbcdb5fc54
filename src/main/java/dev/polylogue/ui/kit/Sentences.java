package dev.polylogue.ui.kit;

import dev.polylogue.attachment.AttachmentException;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.MediaException;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.secret.SecretException;
import dev.polylogue.settings.SettingsException;

/** Says in words what went wrong. Any thread. */
public final class Sentences {
  private Sentences() {}

  public static String of(Exception trouble, Texts texts) {
    String message = trouble.getMessage();
    boolean meantForPeople =
        trouble instanceof HistoryException
            || trouble instanceof SettingsException
            || trouble instanceof ProviderException
            || trouble instanceof AttachmentException
            || trouble instanceof MediaException
            || trouble instanceof SecretException
            || trouble instanceof IllegalArgumentException;
    return meantForPeople && message != null
        ? message
        : texts.get("shell.unexpected", trouble.toString());
  }
}
