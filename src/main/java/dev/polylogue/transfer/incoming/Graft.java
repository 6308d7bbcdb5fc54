package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.Title;
import dev.polylogue.transfer.Json;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes turns and replies of a tree of speeches. */
final class Graft {
  private static final int TITLE = 60;

  private final Talk talk;
  private final Notes notes;
  private final Ids ids;
  private final String pane;
  private final Map<String, Speech> byId = new HashMap<>();
  private final Map<String, List<Speech>> children = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Facts> replies = new ArrayList<>();
  private @Nullable String shownModel;

  /** A turn in the making. */
  private record Asked(String id, @Nullable String parent, Facts.Draft draft, boolean shown) {
    Asked shown(boolean here) {
      return new Asked(id, parent, draft, shown && here);
    }
  }

  /** A place in the tree that is still to be visited. */
  private record Pending(Speech speech, @Nullable String turn, Instant at, int order) {}

  private Graft(Talk talk, Notes notes) {
    this.talk = talk;
    this.notes = notes;
    ids = new Ids(talk.source(), talk.id());
    pane = ids.part("pane", "");
  }

  static Facts of(Talk talk, Notes notes) {
    Graft graft = new Graft(Tidying.of(talk, notes), notes);
    graft.grow();
    return graft.facts();
  }

  private void grow() {
    talk.speeches().forEach(speech -> byId.put(speech.id(), speech));
    PriorityQueue<Pending> pending =
        new PriorityQueue<>(Comparator.comparing(Pending::at).thenComparingInt(Pending::order));
    for (Speech speech : talk.speeches()) {
      if (speech.parent() != null && byId.containsKey(speech.parent())) {
        children.computeIfAbsent(speech.parent(), id -> new ArrayList<>()).add(speech);
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
    Descent below = Descent.from(place.speech, children);
    List<Asked> turns = new ArrayList<>();
    List<List<Speech>> nexts = new ArrayList<>();
    Descent.Answer best = best(below);
    for (List<Descent.Answer> together : parted(below.answers())) {
      Asked turn = ask(place, turns.isEmpty() ? "" : together.getFirst().own().id());
      turns.add(turn.shown(best != null && together.contains(best)));
      nexts.add(together.stream().flatMap(answer -> answer.next().stream()).toList());
      answer(turn.id, turns.size() > 1, together, best);
    }
    boolean isQuestion = place.speech.role() == Speech.Role.USER;
    if (isQuestion && place.speech.of().at() == null) {
      notes.add(Report.TIME_MADE_UP);
    }
    boolean isUnanswered = turns.isEmpty() || !below.unanswered().isEmpty();
    String last = place.turn;
    if (isQuestion && isUnanswered) {
      turns.add(ask(place, turns.isEmpty() ? "" : " ").shown(best == null));
      last = turns.getLast().id;
      unanswered(last);
    }
    asked.addAll(turns);
    turns.stream().skip(1).forEach(turn -> notes.repeats(turn.id));
    for (int i = 0; i < nexts.size(); i++) {
      order = follow(nexts.get(i), turns.get(i).id, place, pending, order);
    }
    return follow(below.unanswered(), last, place, pending, order);
  }

  private static int follow(
      List<Speech> questions,
      @Nullable String turn,
      Pending place,
      PriorityQueue<Pending> pending,
      int order) {
    for (Speech question : questions) {
      pending.add(new Pending(question, turn, at(question, place.at), order++));
    }
    return order;
  }

  /**
   * A turn follows a turn and not one of its answers. So where the talk went on after one of
   * several, each has a turn of its own that says the question again.
   */
  private static List<List<Descent.Answer>> parted(List<Descent.Answer> answers) {
    if (answers.isEmpty()) {
      return List.of();
    }
    return answers.stream().allMatch(answer -> answer.next().isEmpty())
        ? List.of(answers)
        : answers.stream().map(List::of).toList();
  }

  /** The one that was shown, or else the last; null when what was shown leads past all of them. */
  private Descent.@Nullable Answer best(Descent below) {
    Descent.Answer best = null;
    long most = below.unanswered().stream().anyMatch(next -> shown.contains(next.id())) ? 1 : 0;
    for (Descent.Answer answer : below.answers()) {
      long onPath = answer.steps().stream().filter(step -> shown.contains(step.id())).count();
      if (onPath >= most) {
        best = answer;
        most = onPath;
      }
    }
    return best;
  }

  /**
   * @param answer what tells it from others with the same question; {@code ""} for the first
   */
  private Asked ask(Pending place, String answer) {
    Speech speech = place.speech;
    String id = ids.part("turn", speech.id() + (answer.isEmpty() ? "" : "\n" + answer));
    Facts.Draft draft =
        Facts.draft()
            .put("id", id)
            .put("parent", place.turn)
            .put("createdAt", place.at.toString())
            .put("parts", speech.role() == Speech.Role.USER ? divided(speech.parts()) : List.of());
    return new Asked(id, place.turn, draft, shown.contains(speech.id()));
  }

  /** A question that nobody answered gets a reply without a word, so that it is seen. */
  private void unanswered(String turn) {
    replies.add(
        reply(turn, ids.part("reply", turn), lastModel())
            .put("state", "interrupted")
            .put("active", true)
            .done());
  }

  /**
   * @param again whether the question stands elsewhere, too, perhaps with the same answer from an
   *     earlier import
   */
  private void answer(
      String turn, boolean again, List<Descent.Answer> answers, Descent.@Nullable Answer best) {
    Descent.Answer active = best != null && answers.contains(best) ? best : answers.getLast();
    for (Descent.Answer answer : answers) {
      String id = ids.part("reply", again ? turn : answer.own().id());
      replies.add(said(turn, id, answer.steps()).put("active", answer.equals(active)).done());
    }
  }

  private Facts.Draft said(String turn, String id, List<Speech> steps) {
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

  private Facts facts() {
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
