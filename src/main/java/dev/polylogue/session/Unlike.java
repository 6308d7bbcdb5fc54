package dev.polylogue.session;

import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.MissingFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what a comparison says when it comes again, and does not say here. */
final class Unlike {
  private Unlike() {}

  /** How many messages are here, but without all of the words and files that they come with. */
  static int count(Facts here, Facts coming) {
    int unlike = 0;
    for (String list : List.of("turns", "replies")) {
      Map<String, Set<String>> known = new HashMap<>();
      here.list(list).forEach(message -> known.put(id(message), said(message)));
      for (Facts message : coming.list(list)) {
        Set<String> said = known.get(id(message));
        unlike += said == null || said.containsAll(said(message)) ? 0 : 1;
      }
    }
    return unlike;
  }

  private static String id(Facts message) {
    return message.text("id").orElse("");
  }

  private static Set<String> said(Facts message) {
    Set<String> said = new HashSet<>();
    for (Facts part : message.list("parts")) {
      String text = part.text("text").orElse("").strip();
      if (!part.text("kind").orElse("").equals("opaque") && !MissingFile.isToldBy(text)) {
        said.add(text + part.text("blob").orElse("") + part.text("url").orElse(""));
      }
    }
    return said;
  }
}
