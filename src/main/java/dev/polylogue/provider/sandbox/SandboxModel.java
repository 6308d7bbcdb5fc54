package dev.polylogue.provider.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a prompt by fixed rules. Any thread. */
interface SandboxModel {

  /**
   * What is said.
   *
   * @param reasoning empty for a model that does not think aloud
   * @param citations what the answer rests on
   */
  record Speech(String reasoning, String answer, List<Citation> citations) {
    Speech(String reasoning, String answer) {
      this(reasoning, answer, List.of());
    }

    static Speech of(String answer) {
      return new Speech("", answer);
    }
  }

  /** A source by its address. */
  record Citation(String url, String title) {}

  Speech answer(String prompt) throws IOException;

  /** Cuts a text into tokens, each a word with the blanks behind it. Joined they are the text. */
  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = Pattern.compile("\\s*\\S+\\s?|\\s+").matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }
}
