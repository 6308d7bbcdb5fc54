package dev.polylogue.history;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Turn;
import dev.polylogue.vote.Blinding;
import dev.polylogue.vote.Slip;
import dev.polylogue.vote.Verdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A comparison with a row in every table, all of whose texts hold a word. */
final class FullComparison {
  private final HistoryStore store;
  private final Samples samples;
  private final String word;
  final UUID id;
  final Blob picture;
  final Blob made;
  final Blob mask;
  final Turn first;
  final Turn edited;
  final UUID pane;

  FullComparison(HistoryStore store, Samples samples, String word) throws HistoryException {
    this.store = store;
    this.samples = samples;
    this.word = word;
    picture = keep("attached");
    made = keep("answered");
    mask = keep("mask");
    Comparison comparison = samples.comparison(Samples.SCRIBE, Samples.GROK);
    id = comparison.id();
    pane = comparison.panes().getFirst().id();
    store.create(comparison);
    first = turn("prompt");
    ask(comparison, first);
    edited = turn("prompt in other words");
    Map<UUID, Reply> queued = samples.queued(comparison);
    store.beginBranch(id, first.id(), edited, queued);
    finish(queued);
    Reply again = samples.queued(comparison.panes().getFirst());
    store.beginAlternative(pane, edited.id(), again);
    finish(Map.of(pane, again));
    store.keepPlace(pane, new ReadingPlace(edited.id(), 1, 2, 3));
    store.rename(id, word + " title");
    store.saveDraft(id, word + " draft");
    store.votes().tag(id, "tag " + word);
    store.votes().blind(id, new Blinding(7, first.id(), false, false));
    store.order().file(List.of(id), word + " folder");
    List<UUID> stood = queued.values().stream().map(Reply::id).toList();
    store
        .votes()
        .cast(
            samples.id(),
            new Slip(id, edited.id(), stood, new Verdict.Winner(stood.getFirst()), true),
            Samples.NOON);
    photo(stood.getFirst());
  }

  private Blob keep(String what) throws HistoryException {
    return store.blobs().keep(Bytes.of(word + " " + what), "image/png", word + ".png");
  }

  private Turn turn(String words) {
    return new Turn(
        samples.id(),
        new Message(
            Message.Role.USER,
            List.of(new Part.Text(word + " " + words), new Part.Picture(picture))),
        Samples.NOON);
  }

  private void ask(Comparison comparison, Turn turn) throws HistoryException {
    Map<UUID, Reply> queued = samples.queued(comparison);
    store.beginTurn(id, turn, queued);
    finish(queued);
  }

  private void finish(Map<UUID, Reply> queued) throws HistoryException {
    for (Reply reply : queued.values()) {
      store.append(
          List.of(
              new HistoryStore.Words(reply.id(), 0, "text", (word + " on its way ").repeat(400))));
      Reply ended =
          new Reply(
              reply.id(),
              reply.model(),
              ReplyState.COMPLETE,
              List.of(
                  new Part.Reasoning(word + " thought", 12L),
                  new Part.Text((word + " answer ").repeat(900)),
                  new Part.Picture(made)),
              reply.outcome(),
              reply.timing());
      store.finish(ended, List.of(exchange()));
    }
  }

  private Exchange exchange() {
    return new Exchange(
        "sandbox",
        Protocol.OPENAI_CHAT,
        new Exchange.Request(
            "POST", "https://host.example/" + word, List.of(), Bytes.of(word), word.length()),
        null);
  }

  /** What only an edit session has. */
  private void photo(UUID reply) throws HistoryException {
    store
        .database()
        .write(
            db -> {
              db.run(
                  "INSERT INTO photo (comparison, blob, media, size, name) VALUES (?, ?, ?, ?, ?)",
                  id,
                  picture.sha256(),
                  "image/png",
                  picture.size(),
                  word);
              db.run(
                  """
                  INSERT INTO edit_step
                    (turn, source_reply, source_picture, mask, mask_size, options,
                    keep_outside, feather)
                  VALUES (?, ?, 0, ?, ?, ?, 1, 8)
                  """,
                  edited.id(),
                  reply,
                  mask.sha256(),
                  mask.size(),
                  "{}");
              db.run(
                  "INSERT INTO picture_mark (reply, picture, mark) VALUES (?, 0, 'star')", reply);
            });
  }

  /** A reply of its own that is still live. */
  Reply live() throws HistoryException {
    Pane asked = store.load(id).orElseThrow().panes().getFirst();
    Reply reply = samples.queued(asked);
    store.beginAlternative(asked.id(), edited.id(), reply);
    store.append(List.of(new HistoryStore.Words(reply.id(), 0, "text", word + " half")));
    return reply;
  }

  /** Tables of the history itself with how many rows each has. */
  static Map<String, Integer> rows(HistoryStore store) throws HistoryException {
    return store
        .database()
        .read(
            db -> {
              Map<String, Integer> rows = new java.util.TreeMap<>();
              for (String table :
                  db.list(
                      """
                      SELECT name FROM pragma_table_list
                      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
                      """,
                      row -> row.text("name"))) {
                rows.put(
                    table,
                    db.first("SELECT count(*) AS n FROM " + table, row -> row.number("n"))
                        .orElse(0));
              }
              return rows;
            });
  }
}
