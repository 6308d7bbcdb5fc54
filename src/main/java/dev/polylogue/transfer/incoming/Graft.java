package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.Title;
import dev.polylogue.transfer.Json;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Report;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes turns and replies of a tree of speeches. Goes by stacks, for trees can be deep. */
final class Graft {
  private static final int TITLE = 60;

  private final Talk talk;
  private final Ids ids;
  private final String pane;
  private final Map<String, Speech> byId = new HashMap<>();
  private final Map<String, List<Speech>> children = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Facts> replies = new ArrayList<>();
  private @Nullable String shownModel;
  private int reached;

  /** A turn in the making. */
  private record Asked(String id, @Nullable String parent, Facts.Draft draft, boolean shown) {}

  /** A way down from a question, last speech first. */
  private record Way(Speech speech, @Nullable Way before) {}

  /** A place in the tree that is still to be visited. */
  private record Pending(Speech speech, @Nullable String turn, Instant at, int order) {}

  private Graft(Talk talk) {
    this.talk = talk;
    ids = new Ids(talk.source(), talk.id());
    pane = ids.part("pane", "");
  }

  static Facts of(Talk talk, Notes notes) {
    Graft graft = new Graft(talk);
    graft.grow();
    int lost = talk.speeches().size() - graft.reached;
    for (int i = 0; i < lost; i++) {
      notes.add("messages hang together in a circle and were left out");
    }
    return graft.facts(notes);
  }

  private void grow() {
    talk.speeches().forEach(speech -> byId.putIfAbsent(speech.id(), speech));
    PriorityQueue<Pending> pending =
        new PriorityQueue<>(Comparator.comparing(Pending::at).thenComparingInt(Pending::order));
    for (Speech speech : byId.values()) {
      if (speech.parent() != null && byId.containsKey(speech.parent())) {
        children.computeIfAbsent(speech.parent(), id -> new ArrayList<>());
      }
    }
    for (Speech speech : talk.speeches()) {
      List<Speech> siblings = speech.parent() == null ? null : children.get(speech.parent());
      if (siblings != null) {
        siblings.add(speech);
      } else {
        pending.add(
            new Pending(speech, null, at(speech, talk.heading().created()), pending.size()));
      }
    }
    for (Speech at = byId.get(String.valueOf(talk.last()));
        at != null && shown.add(at.id());
        at = byId.get(String.valueOf(at.parent()))) {
      shownModel = shownModel == null ? at.of().model() : shownModel;
    }
    int order = pending.size();
    while (!pending.isEmpty()) {
      order = visit(pending.remove(), pending, order);
    }
  }

  private static Instant at(Speech speech, Instant otherwise) {
    Instant at = speech.of().at();
    return at == null ? otherwise : at;
  }

  /** One question with everything that was answered to it, up to the next questions. */
  private int visit(Pending place, PriorityQueue<Pending> pending, int order) {
    boolean isQuestion = place.speech.role() == Speech.Role.USER;
    String turn = isQuestion ? ask(place) : place.turn;
    List<Way> ways = new ArrayList<>();
    List<Speech> next = new ArrayList<>();
    Deque<Way> open = new ArrayDeque<>();
    reached++;
    Way start = isQuestion ? null : new Way(place.speech, null);
    descend(place.speech, start, open, next, ways);
    while (!open.isEmpty()) {
      reached++;
      Way way = open.pop();
      descend(way.speech, way, open, next, ways);
    }
    List<Way> answers = ways.stream().filter(Graft::saysSomething).toList();
    if (!isQuestion && !answers.isEmpty()) {
      turn = ask(place);
    }
    if (turn != null && (isQuestion || !answers.isEmpty())) {
      answer(turn, answers);
    }
    for (Speech question : next) {
      pending.add(new Pending(question, turn, at(question, place.at), order++));
    }
    return order;
  }

  private void descend(
      Speech speech, @Nullable Way way, Deque<Way> open, List<Speech> next, List<Way> ways) {
    List<Speech> below = children.getOrDefault(speech.id(), List.of());
    boolean goesOn = false;
    for (Speech child : below.reversed()) {
      if (child.role() != Speech.Role.USER) {
        open.push(new Way(child, way));
        goesOn = true;
      }
    }
    below.stream().filter(child -> child.role() == Speech.Role.USER).forEach(next::add);
    if (!goesOn && way != null) {
      ways.add(way);
    }
  }

  private static boolean saysSomething(Way way) {
    for (Way step = way; step != null; step = step.before) {
      if (!step.speech.parts().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private String ask(Pending place) {
    Speech speech = place.speech;
    String id = ids.part("turn", speech.id());
    Facts.Draft draft =
        Facts.draft()
            .put("id", id)
            .put("parent", place.turn)
            .put("createdAt", place.at.toString())
            .put("parts", speech.role() == Speech.Role.USER ? divided(speech.parts()) : List.of());
    asked.add(new Asked(id, place.turn, draft, shown.contains(speech.id())));
    return id;
  }

  /** A question that nobody answered gets a reply without a word, so that it is seen. */
  private void answer(String turn, List<Way> ways) {
    if (ways.isEmpty()) {
      replies.add(
          reply(turn, ids.part("reply", turn), lastModel())
              .put("state", "interrupted")
              .put("active", true)
              .done());
      return;
    }
    Set<String> told = new HashSet<>();
    List<Facts.Draft> drafts = new ArrayList<>();
    int best = 0;
    int most = -1;
    for (Way way : ways) {
      Deque<Speech> steps = new ArrayDeque<>();
      for (Way step = way; step != null; step = step.before) {
        steps.push(step.speech);
      }
      int onPath = (int) steps.stream().filter(step -> shown.contains(step.id())).count();
      if (onPath >= most) {
        best = drafts.size();
        most = onPath;
      }
      // Named after the first speech of its own, so that it is the same when it has grown.
      Speech own =
          steps.stream().filter(step -> !told.contains(step.id())).findFirst().orElseThrow();
      steps.forEach(step -> told.add(step.id()));
      drafts.add(said(turn, ids.part("reply", own.id()), steps));
    }
    drafts.get(best).put("active", true);
    drafts.forEach(draft -> replies.add(draft.done()));
  }

  private Facts.Draft said(String turn, String id, Deque<Speech> steps) {
    List<Facts> parts = new ArrayList<>();
    String model = null;
    Speech.Circumstance end = Speech.Circumstance.UNKNOWN;
    for (Speech step : steps) {
      parts.addAll(step.parts());
      model = step.of().model() == null ? model : step.of().model();
      end = step.of().state() == null ? end : step.of();
    }
    return reply(turn, id, model != null ? model : usualModel())
        .put("state", end.state() == null ? "complete" : end.state())
        .put("finishReason", end.finishReason())
        .put("parts", divided(parts));
  }

  /** Words that follow others of their kind begin a paragraph of their own. */
  private static List<Facts> divided(List<Facts> parts) {
    Set<String> begun = new HashSet<>();
    List<Facts> divided = new ArrayList<>();
    for (Facts part : parts) {
      String kind = part.text("kind").orElse("");
      boolean isWords = kind.equals("text") || kind.equals("reasoning");
      if (!isWords || begun.add(kind)) {
        divided.add(part);
        continue;
      }
      Facts.Draft draft = Facts.draft();
      part.values().forEach(draft::put);
      divided.add(draft.put("text", "\n\n" + part.text("text").orElse("")).done());
    }
    return divided;
  }

  /** Where the source names none, at least by whom: lists show models without their providers. */
  private String usualModel() {
    String known = talk.heading().model();
    return known == null || known.equals("auto") ? talk.source() + "-unknown" : known;
  }

  private String lastModel() {
    return shownModel != null ? shownModel : usualModel();
  }

  private Facts.Draft reply(String turn, String id, String model) {
    return Facts.draft()
        .put("id", id)
        .put("pane", pane)
        .put("turn", turn)
        .put("active", false)
        .put("provider", talk.source())
        .put("model", model);
  }

  private Facts facts(Notes notes) {
    Talk.Heading heading = talk.heading();
    String whole = heading.title().isBlank() ? firstWords() : heading.title().strip();
    String title = Title.bounded(whole);
    if (!title.equals(whole)) {
      notes.add(Report.TITLE_CUT);
    }
    String system =
        heading.system().isBlank()
            ? "{}"
            : Json.MAPPER.createObjectNode().put("system", heading.system()).toString();
    return Facts.draft()
        .put("id", ids.whole())
        .put("createdAt", heading.created().toString())
        .put("updatedAt", heading.updated().toString())
        .put("title", title)
        .put("draft", "")
        .put("kind", "chat")
        .put("pinned", heading.marks().pinned())
        .put(
            "tags",
            heading.marks().tags().stream()
                .map(tag -> Facts.draft().put("tag", tag).done())
                .toList())
        .put("panes", List.of(pane(system)))
        .put("turns", turns())
        .put("replies", replies)
        .done();
  }

  private Facts pane(String parameters) {
    return Facts.draft()
        .put("id", pane)
        .put("provider", talk.source())
        .put("model", lastModel())
        .put("inSync", true)
        .put("closed", false)
        .put("parameters", new Facts.Json(parameters))
        .done();
  }

  /** Of those that follow the same one, the one that was shown is in use, or else the last. */
  private List<Facts> turns() {
    Map<String, Asked> inUse = new HashMap<>();
    for (Asked one : asked) {
      inUse.merge(
          String.valueOf(one.parent),
          one,
          (held, later) -> held.shown && !later.shown ? held : later);
    }
    return asked.stream()
        .map(
            one ->
                one.draft.put("active", one.equals(inUse.get(String.valueOf(one.parent)))).done())
        .toList();
  }

  private String firstWords() {
    return talk.speeches().stream()
        .filter(speech -> speech.role() == Speech.Role.USER)
        .flatMap(speech -> speech.parts().stream())
        .map(part -> part.text("text").orElse("").replaceAll("\\s+", " ").strip())
        .filter(words -> !words.isEmpty())
        .findFirst()
        .map(words -> Title.bounded(words, TITLE))
        .orElse("");
  }
}
