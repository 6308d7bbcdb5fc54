package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Found;
import dev.polylogue.session.Places;
import dev.polylogue.ui.chat.Landing;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.history.SearchViewModel;
import dev.polylogue.ui.kit.Texts;
import java.util.function.Consumer;

/** Searching the history, and what is done with what was found. FX thread. */
public final class SearchDesk {
  private final SearchViewModel search;
  private final Landing landing;
  private final Consumer<Found> photos;
  private final Places places;
  private final Work inOrder;
  private final Consumer<Exception> trouble;

  /**
   * @param photos shows a place in a comparison of the kind photo
   */
  SearchDesk(
      SearchViewModel search,
      Landing landing,
      Consumer<Found> photos,
      Places places,
      Work inOrder,
      Consumer<Exception> trouble) {
    this.search = search;
    this.landing = landing;
    this.photos = photos;
    this.places = places;
    this.inOrder = inOrder;
    this.trouble = trouble;
  }

  public SearchViewModel search() {
    return search;
  }

  /** Shows a place by what kind of comparison it stands in. */
  public void show(Found found) {
    if (found.entry().kind().equals("photo")) {
      photos.accept(found);
    } else {
      landing.at(found);
    }
  }

  /** Opens an address that means something within this program, and nothing to a browser. */
  void visit(String address, Runnable gone) {
    inOrder.run(
        () -> places.at(address), place -> place.ifPresentOrElse(this::show, gone), trouble);
  }

  /** What the landing has to say, in the notice above the pages. */
  static String words(Landing.Note note, Texts texts) {
    return switch (note) {
      case BRANCH -> texts.get("search.branch");
      case CLOSED -> texts.get("search.closed");
      case GONE -> texts.get("search.gone");
    };
  }
}
