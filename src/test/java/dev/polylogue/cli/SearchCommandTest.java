package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchCommandTest {
  @TempDir private Path folder;

  @Test
  void placesAreObjectsOnLinesOfTheirOwnAndTheLibrarianCitesThem() {
    Commands commands = new Commands(folder.resolve("home"));
    commands.run("compare", "Spring tides, please", "-m", "sandbox/scribe?rate=0&latency=0");

    List<JsonNode> found = commands.run("history", "search", "spring", "tid", "--json").lines();
    JsonNode prompt =
        found.stream().filter(line -> line.path("role").asString().equals("user")).findAny().get();
    JsonNode title =
        found.stream().filter(line -> line.path("role").asString().equals("title")).findAny().get();
    assertThat(prompt.propertyNames())
        .containsExactly("comparison", "title", "message", "pane", "role", "snippet");
    assertThat(prompt.path("snippet").asString()).isEqualTo("Spring tides, please");
    assertThat(prompt.path("pane").isNull()).isTrue();
    assertThat(title.path("message").isNull()).isTrue();
    assertThat(commands.run("history", "search", "spring tides in:answers", "--json").lines())
        .allSatisfy(line -> assertThat(line.path("pane").asInt(-1)).isZero());
    assertThat(commands.run("history", "search", "spring", "--limit", "1").out())
        .contains("Spring");
    assertThat(commands.run("history", "search", "\"unbalanced").status()).isZero();

    Commands.Done asked =
        commands.run(
            "compare",
            "What about spring tides?",
            "-m",
            "sandbox/librarian?rate=0&latency=0",
            "--json");
    assertThat(asked.events("citation"))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.path("url").asString())
                    .startsWith("polylogue://comparison/" + prompt.path("comparison").asString()));
  }

  @Test
  void aFilterWithNothingBehindItIsToldOf() {
    Commands commands = new Commands(folder);
    commands.run("compare", "Spring tides, please", "-m", "sandbox/scribe?rate=0&latency=0");

    Commands.Done found = commands.run("history", "search", "tag: spring -model: ");

    assertThat(found.err()).contains("Nothing stands behind tag:, -model:", "tag:work");
    assertThat(found.out()).contains("Spring");
    assertThat(commands.run("history", "search", "spring tag:x").err()).doesNotContain("stands");
  }

  @Test
  void aGeneratedHistoryIsTheSameForTheSameSeed() {
    Commands one = new Commands(folder.resolve("one"));
    Commands two = new Commands(folder.resolve("two"));
    for (Commands commands : List.of(one, two)) {
      String home = commands.home().toString();
      assertThat(
              commands
                  .run("history", "generate", "--messages", "40", "--seed", "3", "--home", home)
                  .status())
          .isZero();
    }
    String all = one.run("history", "search", "in:prompts", "--json").out();

    assertThat(all)
        .isNotEmpty()
        .isEqualTo(two.run("history", "search", "in:prompts", "--json").out());
    assertThat(one.run("history", "--help").out()).doesNotContain("generate");
  }
}
