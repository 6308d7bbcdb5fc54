package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, made of what they typed.
 *
 * @param wanted all of these must occur
 * @param unwanted none of these may occur
 * @param without nothing of this may fit
 */
record SearchQuery(List<Phrase> wanted, List<Phrase> unwanted, Filters filters, Without without) {

  /** More words than this are not looked at. */
  static final int MOST_WORDS = 64;

  SearchQuery {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /**
   * Tokens that must stand side by side.
   *
   * @param tokens at least one; see {@link TokenReader}
   * @param open whether the last one may go on
   * @param character whether it is a single character of a script without spaces
   */
  record Phrase(List<String> tokens, boolean open, boolean character) {
    Phrase {
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * Names that narrow a search, since they are wanted or since they are not.
   *
   * @param models parts of names as they were typed, in lower case; where they are wanted, one of
   *     them must fit
   * @param providers the same
   * @param tags where they are wanted, all of them must be there
   */
  record Names(List<String> models, List<String> providers, List<String> tags) {
    Names {
      models = List.copyOf(models);
      providers = List.copyOf(providers);
      tags = List.copyOf(tags);
    }

    boolean hasVoices() {
      return !models.isEmpty() || !providers.isEmpty();
    }

    boolean isEmpty() {
      return !hasVoices() && tags.isEmpty();
    }
  }

  /**
   * What narrows a search beside words.
   *
   * @param roles empty for all
   * @param from the first day that counts, or null
   * @param to the first day that no longer counts, or null
   * @param trash whether to look in the trash instead
   */
  record Filters(
      Names names,
      Set<Role> roles,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean images,
      boolean trash) {
    Filters {
      roles = Set.copyOf(roles);
    }

    List<String> models() {
      return names.models();
    }

    List<String> providers() {
      return names.providers();
    }

    List<String> tags() {
      return names.tags();
    }

    boolean isEmpty() {
      return names.isEmpty() && roles.isEmpty() && from == null && to == null && !images && !trash;
    }
  }

  /**
   * What must not fit.
   *
   * @param days on none of these
   */
  record Without(Names names, Set<Role> roles, List<DaySpan> days, boolean images) {
    Without {
      roles = Set.copyOf(roles);
      days = List.copyOf(days);
    }

    boolean isEmpty() {
      return names.isEmpty() && roles.isEmpty() && days.isEmpty() && !images;
    }
  }

  /** Whether it would tell who wrote what is found. */
  boolean asksForVoices() {
    return filters.names().hasVoices() || without.names().hasVoices();
  }

  /** Nothing is looked for: what was typed holds no word. */
  boolean isEmpty() {
    return wanted.isEmpty() && unwanted.isEmpty() && filters.isEmpty() && without.isEmpty();
  }
}
