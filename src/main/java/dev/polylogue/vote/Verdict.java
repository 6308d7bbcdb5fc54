package dev.polylogue.vote;

import java.util.UUID;

/** What somebody thought of replies that stood against each other. */
public sealed interface Verdict {

  /** One reply was better than each of the others. */
  record Winner(UUID reply) implements Verdict {}

  /** None was better than another. */
  record Tie() implements Verdict {}

  /** None was of use; says nothing about who is better. */
  record AllBad() implements Verdict {}
}
