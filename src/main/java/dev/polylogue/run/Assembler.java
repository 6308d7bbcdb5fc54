package dev.polylogue.run;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Folds events into a reply. Not thread-safe: its owner holds a lock. */
public final class Assembler {
  private final List<OpenPassage> passages = new ArrayList<>();
  private final List<Supplier<Part>> order = new ArrayList<>();
  private final SequencedSet<Part.Citation> citations = new LinkedHashSet<>();
  private final List<Part.Search> searches = new ArrayList<>();
  private final List<Part.Picture> pictures = new ArrayList<>();
  private final SequencedSet<Warning> warnings = new LinkedHashSet<>();
  private final Times times = new Times();
  private @Nullable String reportedModel;
  private @Nullable String requestId;
  private @Nullable String finishReason;
  private @Nullable Usage usage;
  private ChatEvent.@Nullable Sketched sketch;
  private @Nullable Cost cost;
  private long characters;

  /**
   * Folds in the next event.
   *
   * @param at milliseconds since the reply left the queue
   */
  public void accept(ChatEvent event, long at) {
    switch (event) {
      case ChatEvent.Started started -> {
        requestId = requestId == null ? started.requestId() : requestId;
        reportedModel = reportedModel == null ? started.reportedModel() : reportedModel;
      }
      case ChatEvent.TextDelta delta -> {
        times.token(at);
        grow(Passage.Kind.TEXT, delta.text(), at);
      }
      case ChatEvent.ReasoningDelta delta -> {
        times.thought(at);
        grow(Passage.Kind.REASONING, delta.text(), at);
      }
      case ChatEvent.Cited cited -> citations.add(new Part.Citation(cited.url(), cited.title()));
      case ChatEvent.Searched searched -> {
        Part.Search search = new Part.Search(searched.query());
        searches.add(search);
        order.add(() -> search);
      }
      case ChatEvent.Pictured pictured ->
          throw new IllegalArgumentException("A picture is stored before it is shown: " + pictured);
      case ChatEvent.Sketched drawn -> sketch = drawn;
      case ChatEvent.Opaque opaque -> {
        Part state = new Part.Opaque(opaque.voice(), opaque.json());
        order.add(() -> state);
      }
      case ChatEvent.Warned warned -> warnings.add(warned.warning());
      case ChatEvent.ToolCallDelta delta -> call(delta, at);
      case ChatEvent.Counted counted -> {
        usage = counted.usage();
        cost = counted.cost() == null ? cost : counted.cost();
      }
      case ChatEvent.Finished finished ->
          finishReason = finishReason == null ? finished.reason() : finishReason;
    }
  }

  /**
   * Adds a picture that has been stored.
   *
   * @param at milliseconds since the reply left the queue
   */
  public void accept(Part.Picture picture, long at) {
    times.token(at);
    times.piece(at);
    endThought(at);
    add(picture);
  }

  private void add(Part.Picture picture) {
    pictures.add(picture);
    sketch = null;
    order.add(() -> picture);
  }

  /** How the next picture looked last, or null. */
  ChatEvent.@Nullable Sketched sketch() {
    return sketch;
  }

  /** Ends the reply with what was only sketched of its next picture, if anything. */
  void accept(@Nullable Leftover left) {
    if (left == null) {
      return;
    }
    Part.Picture kept = left.kept();
    if (kept != null) {
      add(kept);
    }
    sketch = null;
    warnings.add(new Warning(kept == null ? "" : Warning.SKETCH, left.said()));
  }

  private void grow(Passage.Kind kind, String text, long at) {
    OpenPassage last = passages.isEmpty() ? null : passages.getLast();
    if (last == null || last.kind != kind) {
      last = open(new OpenPassage(kind, at));
    }
    last.text.append(text);
    arrived(text, at);
    last.lastAt = at;
  }

  /** A thought lasts until what follows it begins, be it in silence. */
  private void endThought(long at) {
    if (!passages.isEmpty()) {
      passages.getLast().lastAt = at;
    }
  }

  private OpenPassage open(OpenPassage passage) {
    endThought(passage.startedAt);
    if (!passages.isEmpty()) {
      passages.getLast().text.close();
    }
    passages.add(passage);
    order.add(passage::part);
    return passage;
  }

  private void call(ChatEvent.ToolCallDelta delta, long at) {
    OpenPassage call =
        passages.stream()
            .filter(open -> open.callIndex == delta.index())
            .findFirst()
            .orElseGet(() -> open(OpenPassage.call(delta.index(), at)));
    call.callId = call.callId.isEmpty() ? delta.id() : call.callId;
    call.callName = call.callName.isEmpty() ? delta.name() : call.callName;
    call.text.append(delta.arguments());
    arrived(delta.arguments(), at);
  }

  private void arrived(String text, long at) {
    characters += text.length();
    times.piece(at);
  }

  /** When what came, beside the words themselves. */
  Times times() {
    return times;
  }

  /** Nothing more will come. */
  public void close() {
    if (!passages.isEmpty()) {
      passages.getLast().text.close();
    }
  }

  /** Whether any of an answer came, be it only what it cost: then it is not asked for again. */
  boolean hasBegun() {
    return sketch != null
        || !order.isEmpty()
        || !citations.isEmpty()
        || usage != null
        || finishReason != null;
  }

  /** The same request is sent once more: the names of the answer that was refused are dropped. */
  void beginAgain() {
    requestId = null;
    reportedModel = null;
  }

  public boolean hasOutput() {
    return !passages.isEmpty() || !pictures.isEmpty();
  }

  /** Characters received so far, of whatever kind. */
  public long characters() {
    return characters;
  }

  Snapshot.Content content() {
    return new Snapshot.Content(
        passages.stream().map(OpenPassage::passage).toList(),
        List.copyOf(citations),
        List.copyOf(searches),
        List.copyOf(pictures),
        sketch);
  }

  /** The parts of the reply: what was said in its order, then the sources. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    order.forEach(part -> parts.add(part.get()));
    parts.addAll(citations);
    return List.copyOf(parts);
  }

  public Outcome outcome(@Nullable Failure failure) {
    return new Outcome(
        new Outcome.Origin(reportedModel, requestId),
        finishReason,
        usage,
        cost,
        List.copyOf(warnings),
        failure);
  }

  Timing timing(@Nullable Long total) {
    return times.timing(total);
  }

  /**
   * The words that came since the marks were last moved, and moves them.
   *
   * @param marks characters already taken of each passage; grows as passages are added
   */
  List<Fresh> fresh(List<Integer> marks) {
    List<Fresh> fresh = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      if (i == marks.size()) {
        marks.add(0);
      }
      OpenPassage passage = passages.get(i);
      if (passage.text.length() > marks.get(i)) {
        fresh.add(new Fresh(i, passage.kind, passage.text.from(marks.get(i))));
        marks.set(i, passage.text.length());
      }
    }
    return fresh;
  }

  /** Words of one passage that nobody has taken yet. */
  record Fresh(int passage, Passage.Kind kind, String text) {}

  /** A passage while it may still grow. */
  private static final class OpenPassage {
    final Passage.Kind kind;
    final GrowingText text = new GrowingText();
    final long startedAt;
    long lastAt;
    int callIndex = -1;
    String callId = "";
    String callName = "";

    OpenPassage(Passage.Kind kind, long startedAt) {
      this.kind = kind;
      this.startedAt = startedAt;
      this.lastAt = startedAt;
    }

    static OpenPassage call(int index, long at) {
      OpenPassage open = new OpenPassage(Passage.Kind.TOOL_CALL, at);
      open.callIndex = index;
      return open;
    }

    Passage passage() {
      return switch (kind) {
        case TEXT -> new Passage(kind, text.view(), null);
        case REASONING -> new Passage(kind, text.view(), lastAt - startedAt);
        case TOOL_CALL -> new Passage(kind, Passage.shown(toolCall()), null);
      };
    }

    Part part() {
      return switch (kind) {
        case TEXT -> new Part.Text(text.from(0));
        case REASONING -> new Part.Reasoning(text.from(0), lastAt - startedAt);
        case TOOL_CALL -> toolCall();
      };
    }

    private Part.ToolCall toolCall() {
      return new Part.ToolCall(callId, callName, text.from(0));
    }
  }
}
