package dev.polylogue.history;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.vote.Ballot;
import dev.polylogue.vote.Contestant;
import dev.polylogue.vote.Slip;
import dev.polylogue.vote.Stand;
import dev.polylogue.vote.TaggedVote;
import dev.polylogue.vote.Verdict;
import dev.polylogue.vote.Vote;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Votes with the replies that stood in them. */
final class VoteRows {
  private static final String LATEST =
      " FROM vote WHERE ordinal = (SELECT max(ordinal) FROM vote AS other"
          + " WHERE other.turn = vote.turn)";

  /** On replies whose models are still hidden: to count them would give the names away. */
  private static final String SECRET =
      """
      blind = 1 AND EXISTS (
        SELECT 1 FROM blinding JOIN turn ON turn.id = vote.turn
        LEFT JOIN turn AS named ON named.id = blinding.after_turn
        WHERE blinding.comparison = vote.comparison AND revealed = 0
          AND turn.position > coalesce(named.position, -1))
      """;

  private final Db db;

  VoteRows(Db db) {
    this.db = db;
  }

  void add(UUID id, Slip slip, Instant at) throws SQLException, HistoryException {
    db.run(
        """
        INSERT INTO vote (id, ordinal, comparison, turn, cast_at, blind, verdict)
        VALUES (?, (SELECT coalesce(max(ordinal), 0) + 1 FROM vote), ?, ?, ?, ?, ?)
        """,
        id,
        slip.comparison(),
        slip.turn(),
        at,
        slip.blind(),
        word(slip.verdict()));
    UUID winner = slip.verdict() instanceof Verdict.Winner named ? named.reply() : null;
    for (int i = 0; i < slip.replies().size(); i++) {
      UUID reply = slip.replies().get(i);
      int added =
          db.run(
              """
              INSERT INTO vote_reply
                (vote, position, reply, pane, provider, model, parameters, winner)
              SELECT ?, ?, reply.id, pane.id, reply.provider, reply.model, pane.parameters, ?
              FROM reply JOIN pane ON pane.id = reply.pane
              WHERE reply.id = ? AND reply.turn = ?
              """,
              id,
              i,
              reply.equals(winner),
              reply,
              slip.turn());
      if (added == 0) {
        throw new HistoryException("There is no reply %s to that turn.".formatted(reply));
      }
    }
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Winner winner -> "winner";
      case Verdict.Tie tie -> "tie";
      case Verdict.AllBad bad -> "all_bad";
    };
  }

  List<Vote> of(UUID comparison) throws SQLException {
    String chosen = LATEST + " AND comparison = ?";
    return votes(chosen, stands(chosen, comparison), comparison);
  }

  /** Those of every comparison, but for models that are still hidden. */
  List<TaggedVote> all() throws SQLException {
    Map<UUID, Set<String>> tags = new TagRows(db).byComparison();
    List<TaggedVote> all = new ArrayList<>();
    String open = LATEST + " AND NOT (" + SECRET + ")";
    for (Vote vote : votes(open, stands(open))) {
      all.add(new TaggedVote(vote, tags.getOrDefault(vote.comparison(), Set.of())));
    }
    return all;
  }

  /** The replies of one vote while they are read. */
  private static final class Sides {
    final List<Stand> stands = new ArrayList<>();
    @Nullable UUID winner;
  }

  private List<Vote> votes(String chosen, Map<UUID, Sides> sides, @Nullable Object... values)
      throws SQLException {
    return db.list(
        "SELECT *" + chosen + " ORDER BY ordinal",
        row -> {
          UUID id = row.id("id");
          Sides stood = sides.getOrDefault(id, new Sides());
          return new Vote(
              id,
              row.id("comparison"),
              row.id("turn"),
              row.moment("cast_at"),
              row.flag("blind"),
              new Ballot(stood.stands, verdict(row.text("verdict"), stood.winner)));
        },
        values);
  }

  private Map<UUID, Sides> stands(String chosen, @Nullable Object... values) throws SQLException {
    Map<UUID, Sides> sides = new HashMap<>();
    db.each(
        "SELECT * FROM vote_reply WHERE vote IN (SELECT id" + chosen + ") ORDER BY vote, position",
        row -> {
          Sides stood = sides.computeIfAbsent(row.id("vote"), vote -> new Sides());
          Stand stand =
              new Stand(
                  row.id("reply"),
                  row.id("pane"),
                  new Contestant(
                      new ModelRef(row.text("provider"), row.text("model")),
                      ParametersJson.read(row.text("parameters"))));
          stood.stands.add(stand);
          if (row.flag("winner")) {
            stood.winner = stand.reply();
          }
        },
        values);
    return sides;
  }

  private static Verdict verdict(String word, @Nullable UUID winner) {
    return switch (word) {
      case "tie" -> new Verdict.Tie();
      case "all_bad" -> new Verdict.AllBad();
      default -> {
        if (winner == null) {
          throw new IllegalStateException("A vote for a winner names none.");
        }
        yield new Verdict.Winner(winner);
      }
    };
  }
}
