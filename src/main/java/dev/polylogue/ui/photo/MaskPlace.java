package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import java.util.UUID;

/** Where a mask is drawn: sessions of one and the same photo have each their own. */
record MaskPlace(UUID session, Blob source) {}
