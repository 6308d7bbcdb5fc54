package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.Blobs;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.WrittenStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who names a comparison. */
class TitlesTest {
  private static final ModelRef NAMER = new ModelRef("sandbox", "namer");

  @TempDir private Path home;
  private Bench bench;
  private UUID comparison;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    comparison = bench.comparison("scribe");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void ask(String prompt, String answer) throws Exception {
    UUID pane = bench.services.comparisons().open(comparison).orElseThrow().panes().getFirst().id();
    int before = bench.streams.size();
    bench.services.compare().send(comparison, Prompt.of(prompt), Set.of(pane));
    bench.awaitStreams(before + 1);
    bench.streams.getLast().say(answer).end();
    bench.awaitQuiet(comparison);
  }

  private Titles titles() {
    return bench.services.compare().titles();
  }

  private String title() throws Exception {
    return bench.services.comparisons().list(10, 0).stream()
        .filter(entry -> entry.id().equals(comparison))
        .map(ComparisonEntry::title)
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> make(String said) throws Exception {
    int before = bench.streams.size();
    CompletableFuture<Optional<String>> made =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return titles().make(comparison, NAMER);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    bench.awaitStreams(before + 1);
    bench.streams.getLast().say(said).end();
    return made.get();
  }

  @Test
  void beforeThereIsAnAnswerNothingIsAsked() throws Exception {
    assertThat(titles().make(comparison, NAMER)).isEmpty();
    assertThat(bench.streams).isEmpty();
  }

  @Test
  void theChosenModelIsToldTheFirstPromptAndAnswerAndNamesIt() throws Exception {
    ask("Why tides?", "The moon.");

    assertThat(make("\n\"**Moon and tides.**\"\nIs that right?")).contains("Moon and tides");

    WrittenStream asked = bench.answer("namer");
    assertThat(asked.request().messages()).hasSize(1);
    assertThat(asked.request().messages().getFirst().text()).contains("Why tides?", "The moon.");
    assertThat(asked.request().files()).isSameAs(Blobs.NONE);
    assertThat(title()).isEqualTo("Moon and tides");
    assertThat(titles().make(comparison, NAMER)).as("it has one now").isEmpty();
  }

  @Test
  void whatAPersonNamedKeepsItsName() throws Exception {
    ask("Why tides?", "The moon.");
    bench.services.comparisons().rename(comparison, "Mine");

    assertThat(titles().make(comparison, NAMER)).isEmpty();
    assertThat(title()).isEqualTo("Mine");
  }

  @Test
  void aModelThatSaysNothingChangesNothing() throws Exception {
    ask("Why tides?", "The moon.");

    assertThat(make("  \n ")).isEmpty();
    assertThat(title()).isEqualTo("Why tides?");
  }

  @Test
  void aLongTitleIsCutAtAWord() throws Exception {
    ask("Why tides?", "The moon.");

    assertThat(make("word ".repeat(100)).orElseThrow().length()).isLessThanOrEqualTo(61);
  }
}
