package dev.polylogue.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Found;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.fx.Work;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchViewModelTest {
  @TempDir private Path home;
  private final List<Exception> troubles = new ArrayList<>();
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private SearchViewModel search(Work work) {
    return new SearchViewModel(bench.services.search(), work, Bench.TEXTS, troubles::add);
  }

  private void named(String title) throws Exception {
    bench.services.comparisons().rename(bench.comparison("scribe"), title);
  }

  /** Work that is not done before the test says so. */
  private static final class Later implements Work {
    final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> void run(
        Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
      waiting.add(() -> new OnTheSpot().run(work, done, failed));
    }
  }

  @Test
  void resultsComePageByPage() throws Exception {
    for (int i = 0; i < SearchViewModel.PAGE + 3; i++) {
      named("Harbour " + i);
    }
    SearchViewModel search = search(new OnTheSpot());
    search.wordsProperty().set("harb");

    assertThat(search.rows()).hasSize(SearchViewModel.PAGE);
    assertThat(search.statusProperty().get()).isEqualTo("50 places and more");
    search.more();
    assertThat(search.rows()).hasSize(SearchViewModel.PAGE + 3).doesNotHaveDuplicates();
    assertThat(search.statusProperty().get()).isEqualTo("53 places");
    assertThat(search.rows().getFirst().entry().title()).isEqualTo("Harbour 52");
    assertThat(troubles).isEmpty();
  }

  @Test
  void aDateThatIsNoneIsSaidBesideTheField() throws Exception {
    named("Harbour");
    SearchViewModel search = search(new OnTheSpot());

    search.wordsProperty().set("harbour after:2026-13-45");
    assertThat(search.statusProperty().get())
        .isEqualTo(
            "Nothing found\nNot understood, and so searched for as words: after:2026-13-45."
                + " Dates are written 2026-10-01, 2026-10 or today.");
    search.wordsProperty().set("harbour");
    assertThat(search.statusProperty().get()).isEqualTo("1 place");
  }

  @Test
  void onlyTheLastOfWhatIsTypedIsLookedFor() throws Exception {
    named("Harbour");
    named("Lighthouse");
    Later later = new Later();
    SearchViewModel search = search(later);
    for (String typed : List.of("h", "ha", "har", "x", "li", "light")) {
      search.wordsProperty().set(typed);
    }
    assertThat(later.waiting).hasSize(1);
    later.waiting.remove().run();
    assertThat(later.waiting).as("the last, and none between").hasSize(1);
    later.waiting.remove().run();

    assertThat(later.waiting).isEmpty();
    assertThat(search.rows())
        .extracting(Found::entry)
        .extracting(Found.Entry::title)
        .containsExactly("Lighthouse");
  }

  @Test
  void anEmptyFieldGivesTheListBackEvenWhenAnAnswerComesLate() throws Exception {
    named("Harbour");
    Later later = new Later();
    SearchViewModel search = search(later);
    search.wordsProperty().set("harbour");
    search.clear();
    later.waiting.remove().run();

    assertThat(search.rows()).isEmpty();
    assertThat(search.activeProperty().get()).isFalse();
  }
}
