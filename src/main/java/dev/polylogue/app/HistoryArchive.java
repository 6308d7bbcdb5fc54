package dev.polylogue.app;

import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.history.HistoryException;
import dev.polylogue.provider.sandbox.Archive;
import dev.polylogue.run.Round;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Places;
import dev.polylogue.session.Search;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets the librarian look into the history, and leaves out the question it is being asked. Any
 * thread but the FX thread.
 *
 * @param compare there by the time somebody asks
 */
record HistoryArchive(Supplier<Search> search, Supplier<Compare> compare) implements Archive {
  /** So many places more are looked up, since some are left out. */
  private static final int SPARE = 20;

  private static final ModelRef LIBRARIAN = ModelRef.parse("sandbox/librarian");

  @Override
  public List<Entry> find(String words, int most) throws IOException {
    try {
      List<Entry> entries = new ArrayList<>();
      for (Found found : search.get().first(words, most + SPARE).found()) {
        if (entries.size() < most && !isOfTheQuestion(found)) {
          entries.add(entry(found));
        }
      }
      return entries;
    } catch (HistoryException e) {
      throw new IOException(e);
    }
  }

  /** The prompt that is being answered, the title made of it, or what the librarian said before. */
  private boolean isOfTheQuestion(Found found) {
    ModelRef model = found.place().model();
    if (model != null && model.equals(LIBRARIAN)) {
      return true;
    }
    List<Round> live = compare.get().live(found.comparison());
    return !live.isEmpty()
        && (found.role() == Found.Role.TITLE
            || live.stream().anyMatch(round -> round.turn().equals(found.place().turn())));
  }

  private static Entry entry(Found found) {
    return new Entry(
        found.entry().title(),
        Places.address(found),
        who(found) + ", " + found.at().atZone(ZoneId.systemDefault()).toLocalDate(),
        found.snippet().text());
  }

  private static String who(Found found) {
    ModelRef model = found.place().model();
    return switch (found.role()) {
      case TITLE -> "title";
      case USER -> "you";
      case ASSISTANT, REASONING -> model == null ? "a model" : model.model();
    };
  }
}
