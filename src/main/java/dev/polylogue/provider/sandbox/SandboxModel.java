package dev.polylogue.provider.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a prompt by fixed rules. Stateless. */
interface SandboxModel {

  /**
   * What is said.
   *
   * @param reasoning empty for a model that does not think aloud
   */
  record Speech(String reasoning, String answer) {}

  Speech answer(String prompt);

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
