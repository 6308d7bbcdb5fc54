package dev.polylogue.session;

import java.util.UUID;

/** Makes new identifiers, ordered by the time of their making. */
@FunctionalInterface
public interface Identities {
  UUID next();
}
