package dev.polylogue.provider;

import dev.polylogue.conversation.ModelRef;

/** What is known of a model that can be named. */
public record ModelCard(ModelRef ref, String displayName) {}
