package dev.polylogue.vote;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Votes to work ratings out from. */
final class Polls {
  static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  private final List<Vote> votes = new ArrayList<>();
  private long ids;
  private Instant now = START;

  static Contestant model(String name) {
    return new Contestant(new ModelRef("sandbox", name), Parameters.NONE);
  }

  static Contestant set(String name, String temperature) {
    return new Contestant(
        new ModelRef("sandbox", name), Parameters.NONE.with(Setting.TEMPERATURE, temperature));
  }

  private UUID id() {
    return new UUID(0, ++ids);
  }

  private List<Stand> stands(Contestant... contestants) {
    List<Stand> stands = new ArrayList<>();
    for (Contestant contestant : contestants) {
      stands.add(new Stand(id(), id(), contestant));
    }
    return stands;
  }

  /** The first is best. */
  Polls won(Contestant... contestants) {
    List<Stand> stands = stands(contestants);
    return add(new Ballot(stands, new Verdict.Winner(stands.getFirst().reply())), false);
  }

  Polls won(int times, Contestant... contestants) {
    for (int i = 0; i < times; i++) {
      won(contestants);
    }
    return this;
  }

  Polls tied(Contestant... contestants) {
    return add(new Ballot(stands(contestants), new Verdict.Tie()), false);
  }

  Polls bad(Contestant... contestants) {
    return add(new Ballot(stands(contestants), new Verdict.AllBad()), false);
  }

  Polls at(Instant moment) {
    now = moment;
    return this;
  }

  Polls blindly(Contestant... contestants) {
    List<Stand> stands = stands(contestants);
    return add(new Ballot(stands, new Verdict.Winner(stands.getFirst().reply())), true);
  }

  private Polls add(Ballot ballot, boolean blind) {
    votes.add(new Vote(id(), id(), id(), now, blind, ballot));
    return this;
  }

  List<Vote> votes() {
    return List.copyOf(votes);
  }
}
