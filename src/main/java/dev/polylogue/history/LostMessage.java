package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message whose words could not be saved, as far as it is known.
 *
 * @param role {@code USER} or {@code ASSISTANT}
 * @param title of its comparison; {@code ""} when that is not known
 * @param model who answered, or null
 * @param at when it was asked, perhaps only to the hour, or null
 */
public record LostMessage(Role role, String title, @Nullable String model, @Nullable Instant at) {
  /** Such as {@code the answer of xai/grok-4 in “Tides” (2026-11-22 12:00 UTC)}. */
  public String words() {
    String what =
        role == Role.USER ? "a prompt" : "the answer of " + (model == null ? "a model" : model);
    String where = title.isEmpty() ? "a comparison whose title is not known" : "“" + title + "”";
    return what + " in " + where + (at == null ? "" : " (" + Moments.minute(at) + ")");
  }
}
