package dev.polylogue.history;

import dev.polylogue.conversation.Snippet;
import dev.polylogue.history.SearchQuery.Phrase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts from messages the words around what was looked for. One thread. */
final class Snippets {
  static final Snippet NONE = new Snippet("", List.of());

  /** Characters of a snippet, about. */
  private static final int LENGTH = 160;

  /** Of these before what was found. */
  private static final int AHEAD = 40;

  /** So many places are compared for the one that says most. */
  private static final int MOST_SPANS = 60;

  private final List<Phrase> wanted;
  private final int longest;

  /** What the tokens of phrases begin with: others are passed over unread. */
  private final int[] firsts;

  Snippets(List<Phrase> wanted) {
    this.wanted = wanted;
    this.longest = wanted.stream().mapToInt(phrase -> phrase.tokens().size()).max().orElse(1);
    this.firsts =
        wanted.stream()
            .flatMap(phrase -> phrase.tokens().stream())
            .filter(token -> !token.isEmpty())
            .mapToInt(token -> token.codePointAt(0))
            .toArray();
  }

  /** A stretch of the text that a phrase fits. */
  private record Span(int phrase, int start, int end) {}

  private record Token(String word, TokenReader.Kind kind, int start, int end) {}

  Snippet of(String text) {
    List<Span> spans = wanted.isEmpty() ? List.of() : spans(text);
    Span best = best(spans);
    int from =
        best == null ? 0 : SnippetCut.from(text, Math.max(0, best.start - AHEAD), best.start);
    int to = SnippetCut.to(text, Math.min(text.length(), from + LENGTH));
    SnippetCut cut = new SnippetCut(text, from, to);
    for (Span span : spans) {
      cut.mark(span.start, span.end);
    }
    return cut.snippet();
  }

  /** In the order of their ends; not all of them where there are many. */
  private List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Deque<Token> last = new ArrayDeque<>();
    TokenReader reader = new TokenReader(text);
    int enough = Integer.MAX_VALUE;
    while (spans.size() < MOST_SPANS && reader.next(firsts, enough)) {
      if (reader.hasPassed()) {
        last.clear();
      }
      last.addLast(new Token(reader.token(), reader.kind(), reader.start(), reader.end()));
      if (last.size() > longest) {
        last.removeFirst();
      }
      for (int i = 0; i < wanted.size(); i++) {
        Span span = span(i, wanted.get(i), last);
        if (span != null) {
          spans.add(span);
          seen.add(i);
        }
      }
      if (seen.size() == wanted.size() && enough == Integer.MAX_VALUE) {
        enough = reader.end() + LENGTH;
      }
    }
    return spans;
  }

  /** Whether the last tokens are a phrase. */
  private static @Nullable Span span(int number, Phrase phrase, Deque<Token> last) {
    Token end = last.getLast();
    if (phrase.character()) {
      String character = phrase.tokens().getFirst();
      boolean fits = end.kind.isParted() && end.word.startsWith(character);
      return fits ? new Span(number, end.start, end.start + character.length()) : null;
    }
    int size = phrase.tokens().size();
    if (last.size() < size) {
      return null;
    }
    Iterator<Token> backwards = last.descendingIterator();
    Token first = end;
    for (int i = size - 1; i >= 0; i--) {
      first = backwards.next();
      String wanted = phrase.tokens().get(i);
      boolean open = i == size - 1 && phrase.open();
      if (!(open ? first.word.startsWith(wanted) : first.word.equals(wanted))) {
        return null;
      }
    }
    return new Span(number, first.start, end.end);
  }

  /** The span from which on a snippet has the most different phrases, the first of those. */
  private static @Nullable Span best(List<Span> spans) {
    Span best = null;
    int most = 0;
    for (int i = 0; i < spans.size(); i++) {
      Set<Integer> phrases = new HashSet<>();
      int limit = spans.get(i).start + LENGTH - AHEAD;
      for (int j = i; j < spans.size() && spans.get(j).end <= limit; j++) {
        phrases.add(spans.get(j).phrase);
      }
      if (best == null || phrases.size() > most) {
        best = spans.get(i);
        most = phrases.size();
      }
    }
    return best;
  }
}
