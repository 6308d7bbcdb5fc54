package dev.polylogue.provider;

import dev.polylogue.conversation.Setting;
import java.util.List;

/** Reads extra JSON, {@link Setting#EXTRA}, as it will be sent. Pure. Any thread. */
public interface ExtraFields {
  /** Looks at nothing. */
  ExtraFields ANY = json -> new Reading(List.of(), List.of());

  /**
   * What stands at the top of it.
   *
   * @param sent names of the fields that are sent
   * @param refused names of those that are not: they carry the conversation, the model or the
   *     streaming
   */
  record Reading(List<String> sent, List<String> refused) {
    public Reading {
      sent = List.copyOf(sent);
      refused = List.copyOf(refused);
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence that says what is wrong, and at which place
   */
  Reading read(String json);
}
