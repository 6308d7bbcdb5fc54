package dev.polylogue.provider;

import java.util.Locale;

/** Something that some models can do and others can't. */
public enum Capability {
  /** Takes pictures with the prompt. */
  PICTURES,
  /** Takes PDF files with the prompt as they are. */
  PDF,
  /** Searches the web when asked to. */
  SEARCH,
  /** Thinks before it answers. */
  REASONING,
  /** Takes temperature and top_p. */
  SAMPLING,
  /** Takes stop sequences. */
  STOP,
  /** Takes a seed. */
  SEED,
  /** Takes a system prompt. */
  SYSTEM,
  /** Answers with pictures. */
  DRAWS,
  /** Edits pictures as an instruction says. */
  EDITS,
  /** Takes a mask that says where a picture may change. */
  MASK;

  /** As written in the catalogue: {@code pictures}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
