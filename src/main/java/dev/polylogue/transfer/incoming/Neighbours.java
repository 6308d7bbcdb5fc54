package dev.polylogue.transfer.incoming;

import java.util.List;

/** Whose export it is, by what lies beside the conversations: for one that holds none. */
final class Neighbours {
  static final String CHATGPT = "ChatGPT export";
  static final String CLAUDE = "Claude export";
  static final String UNTOLD = "Export of ChatGPT or Claude";

  private static final List<String> OF_CHATGPT =
      List.of("user.json", "chat.html", "message_feedback.json", "shared_conversations.json");
  private static final List<String> OF_CLAUDE = List.of("users.json", "projects.json");

  private Neighbours() {}

  /**
   * @param names paths within an archive
   */
  static String tell(List<String> names) {
    List<String> files = names.stream().map(BundledFiles::lastOf).toList();
    if (files.stream().anyMatch(OF_CHATGPT::contains)) {
      return CHATGPT;
    }
    return files.stream().anyMatch(OF_CLAUDE::contains) ? CLAUDE : UNTOLD;
  }
}
