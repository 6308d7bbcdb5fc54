package dev.polylogue.settings;

/**
 * A service that people still ask for by name and that is gone. Nothing can be made of it; an
 * address that revives it can be added by hand.
 *
 * @param since ISO 8601 date
 * @param note sentences that say what became of it and where to go
 */
public record RetiredService(String id, String name, String since, String note) {}
