package dev.polylogue.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersViewModelTest {
  @TempDir private Path home;
  private final List<AddProviderViewModel.Added> added = new ArrayList<>();
  private Bench bench;
  private LocalServersViewModel servers;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    servers =
        new LocalServersViewModel(
            bench.services.setup().localServers(),
            bench.services.providers(),
            new OnTheSpot(),
            Bench.TEXTS,
            added::add,
            trouble -> {});
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void nothingIsOfferedWhereNoneAnswers() {
    servers.look();
    assertThat(servers.found()).isEmpty();
  }

  @Test
  void aServerThatAnswersIsAddedAtOnceAndNotOfferedAgain() {
    bench.localServers = List.of("ollama");
    servers.look();
    assertThat(servers.found()).hasSize(1);
    servers.add(servers.found().getFirst());
    ProviderSettings ollama = bench.services.providers().find("ollama").orElseThrow();
    assertThat(ollama.options()).containsEntry("idle-seconds", "1200");
    assertThat(added)
        .containsExactly(new AddProviderViewModel.Added("ollama", "Works: 2 models listed", ""));
    servers.look();
    assertThat(servers.found()).isEmpty();
  }

  @Test
  void aProviderOfTheSameNameIsNotReplaced() throws Exception {
    URI elsewhere = URI.create("https://ollama.example.com/v1");
    bench
        .services
        .providers()
        .add(
            new ProviderSettings(
                "ollama", Protocol.OPENAI_CHAT, elsewhere, KeyPlace.NONE, Map.of(), Map.of()));
    bench.localServers = List.of("ollama");
    servers.look();
    servers.add(servers.found().getFirst());
    assertThat(bench.services.providers().find("ollama").orElseThrow().baseUrl())
        .isEqualTo(elsewhere);
    assertThat(bench.services.providers().find("ollama-2")).isPresent();
  }
}
