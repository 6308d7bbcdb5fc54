package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OrderCommandsTest {
  @TempDir private Path folder;
  private Commands commands;
  private String first = "";
  private String second = "";

  @BeforeEach
  void compare() {
    commands = new Commands(folder.resolve("home"));
    first = asked("One?");
    second = asked("Two?");
  }

  private String asked(String prompt) {
    return commands
        .run("compare", "--json", prompt, "-m", "sandbox/scribe")
        .lines()
        .getFirst()
        .path("id")
        .asString("");
  }

  private List<String> listed(String... options) {
    String[] all = new String[3 + options.length];
    all[0] = "history";
    all[1] = "list";
    all[2] = "--json";
    System.arraycopy(options, 0, all, 3, options.length);
    return commands.run(all).lines().stream().map(row -> row.path("id").asString("")).toList();
  }

  @Test
  void theFieldsOfTheContractComeFirstAndOrderFollows() {
    commands.run("history", "pin", first);
    commands.run("history", "file", first, "--folder", "Work");
    commands.run("history", "tag", first, second, "--tag", "Draft", "--tag", "tides");

    JsonNode row = commands.run("history", "list", "--details", "--json").lines().getLast();
    assertThat(row.propertyNames())
        .startsWith("id", "title", "createdAt", "updatedAt", "panes", "turns")
        .endsWith("kind", "pinned", "folder", "tags", "trashedAt");
    assertThat(row.path("kind").asString("")).isEqualTo("chat");
    assertThat(row.path("pinned").asBoolean()).isTrue();
    assertThat(row.path("tags").toString()).isEqualTo("[\"draft\",\"tides\"]");
    assertThat(row.path("trashedAt").isNull()).isTrue();
    assertThat(listed()).as("newest first, pinned or not").containsExactly(second, first);
    assertThat(listed("--folder", "Work")).containsExactly(first);
    commands.run("history", "tag", second, "--tag", "draft", "--off");
    assertThat(listed("--tag", "draft")).containsExactly(first);
  }

  @Test
  void theTrashHidesGivesBackAndForgets() {
    Commands.Done hasty = commands.run("history", "purge", first);
    assertThat(hasty.status()).isEqualTo(2);
    assertThat(hasty.err()).contains("not in the trash", "--yes");
    assertThat(commands.run("history", "trash", first).status()).isZero();
    assertThat(listed()).containsExactly(second);
    assertThat(listed("--trash")).containsExactly(first);
    assertThat(commands.run("history", "show", first).out()).contains("One?");
    commands.run("history", "untrash", first);
    assertThat(listed()).containsExactly(second, first);

    assertThat(commands.run("history", "purge", first, "--yes").status()).isZero();
    assertThat(listed()).containsExactly(second);
    assertThat(commands.run("history", "show", first).status()).isEqualTo(2);
    assertThat(commands.run("history", "pin", first).status()).isEqualTo(2);
  }

  /** D36: every place where a copy is left is named. */
  @Test
  void whatIsForgottenIsSaidToBeInBackupsAndInWhatWasPutAside() {
    Path home = folder.resolve("home");
    Path backups = folder.resolve("home-backups");
    Path file = newest(backups);
    assertThat(commands.run("history", "restore", "--yes", file.toString()).status()).isZero();

    Commands.Done gone = commands.run("history", "purge", first, "--yes");

    assertThat(gone.out()).isEqualTo("Forgot 1 for good.\n");
    assertThat(gone.err())
        .contains("What was put aside there still holds some of it, or may: " + home)
        .contains("Backups that hold them still: 1, in " + backups);
  }

  private static Path newest(Path backups) {
    String[] names = backups.toFile().list((folder, name) -> name.endsWith(".db"));
    assertThat(names).hasSize(1);
    return backups.resolve(names[0]);
  }

  @Test
  void anArgumentThatIsNoneIsSaidInWords() {
    assertThat(commands.run("history", "purge", first, "nonsense").err())
        .startsWith(
            "polylogue: There is no comparison \"nonsense\".\nUsage: polylogue history purge");
    assertThat(commands.run("history", "purge", "nonsense").err())
        .startsWith("polylogue: There is no comparison \"nonsense\".\n");
    assertThat(commands.run("history", "backup", "a", "b").err())
        .startsWith("polylogue: \"b\" is one argument too many.");
    assertThat(commands.run("history", "lst").err())
        .contains("There is no command", "history list");
    assertThat(commands.run("history", "lst").status()).isEqualTo(2);
    assertThat(listed()).contains(first);
  }
}
