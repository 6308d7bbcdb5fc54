package dev.polylogue.provider.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks up what a prompt asks for in the user's own history, and says where it stands. */
final class Librarian implements SandboxModel {
  private static final int MOST = 6;

  /** Words that say that something is asked, and not what. */
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          ("a about all am an and any anything are as ask asked at be been by can could did do does"
                  + " find for from had has have help history i in is it know last list look me my"
                  + " of on or our said say says search show tell than that the their them there"
                  + " these they thing things this to told us was we were what when where which"
                  + " who why will with would you your how please")
              .split(" "));

  private final Archive archive;

  Librarian(Archive archive) {
    this.archive = archive;
  }

  @Override
  public Speech answer(String prompt) throws IOException {
    List<String> words = words(prompt);
    if (words.isEmpty()) {
      return Speech.of(
          "Tell me which words to look for in your history, such as *tides* or *\"spring tide\"*.");
    }
    String all = String.join(" ", words) + " ";
    List<Archive.Entry> found = archive.find(all, MOST);
    if (!found.isEmpty()) {
      return told("Your history has %s where **%s** stands:", found, words);
    }
    Map<String, Archive.Entry> some = new LinkedHashMap<>();
    List<String> longest =
        words.stream().sorted(Comparator.comparingInt(String::length).reversed()).limit(4).toList();
    for (String word : words.size() == 1 ? List.<String>of() : longest) {
      archive.find(word + " ", 2).forEach(entry -> some.putIfAbsent(entry.address(), entry));
    }
    if (some.isEmpty()) {
      return Speech.of(
          "I looked through your whole history on this computer. **%s** stands nowhere in it."
              .formatted(plain(String.join(" ", words))));
    }
    List<Archive.Entry> few = some.values().stream().limit(MOST).toList();
    return told("Nothing has all of **%2$s**. These %1$s have some of it:", few, words);
  }

  private static Speech told(String head, List<Archive.Entry> found, List<String> words) {
    String count = found.size() == 1 ? "1 place" : found.size() + " places";
    StringBuilder answer = new StringBuilder();
    answer.append(head.formatted(count, plain(String.join(" ", words)))).append("\n\n");
    List<Citation> citations = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Archive.Entry entry = found.get(i);
      citations.add(new Citation(entry.address(), entry.title()));
      answer
          .append("%d. **%s** (%s)  \n".formatted(i + 1, plain(entry.title()), plain(entry.by())))
          .append("   %s\n".formatted(plain(entry.words())));
    }
    answer.append(
        "\n*I am fixed rules, not a language model: I only read what you have on this computer.*\n");
    return new Speech("", answer.toString(), citations);
  }

  /** The words that say what is asked for; all of them where none does. */
  private static List<String> words(String prompt) {
    List<String> all =
        Arrays.stream(prompt.split("[^\\p{L}\\p{M}\\p{N}'’]+", -1))
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(24)
            .toList();
    List<String> telling =
        all.stream().filter(word -> !EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT))).toList();
    return telling.isEmpty() ? all : telling;
  }

  /** Words that mean nothing in Markdown. */
  private static String plain(String words) {
    String line = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.replaceAll("([\\\\`*_\\[\\]<>#|~$!&])", "\\\\$1");
  }
}
