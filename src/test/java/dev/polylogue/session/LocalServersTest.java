package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.openai.ChatCompletions;
import dev.polylogue.settings.Preset;
import dev.polylogue.settings.Presets;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LocalServersTest {
  private static Preset preset(String id, URI address) {
    return new Preset(
        id,
        id,
        address,
        new Preset.Key(null, "A note."),
        List.of(new Preset.Wire(Protocol.OPENAI_CHAT, Map.of("idle-seconds", "600"))),
        Map.of());
  }

  private static List<LocalServers.Found> find(Preset... presets) throws InterruptedException {
    var client = SafeClient.create();
    ProviderFactory factory =
        (settings, key) -> new ChatCompletions(client, Endpoint.of(settings, key));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return new LocalServers(factory, () -> List.of(presets), threads).find();
    }
  }

  @Test
  void thoseThatListModelsAreFoundAndNoKeyIsSent() throws Exception {
    String list = "{\"data\":[{\"id\":\"qwen3\"},{\"id\":\"gemma\"}]}";
    try (FaultHost models =
            FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", list)));
        FaultHost page =
            FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "text/html", "<p>Hi")))) {
      List<LocalServers.Found> found =
          find(preset("a", models.baseUrl()), preset("b", page.baseUrl()), preset("c", closed()));

      assertThat(found).hasSize(1);
      assertThat(found.getFirst().settings().options()).containsEntry("idle-seconds", "600");
      assertThat(found.getFirst().models())
          .extracting(card -> card.ref().toString())
          .containsExactly("a/qwen3", "a/gemma");
      assertThat(models.requests()).hasSize(1);
      assertThat(models.requests().getFirst().head()).startsWith("GET /v1/models ");
      assertThat(models.requests().getFirst().header("Authorization")).isEmpty();
    }
  }

  @Test
  void aServerThatKeepsSilentIsNotWaitedFor() throws Exception {
    try (FaultHost silent = FaultHost.playing(FaultHost.Wire::awaitClose)) {
      assertThat(find(preset("a", silent.baseUrl()))).isEmpty();
    }
  }

  @Test
  void onlyThisComputerIsAsked() throws Exception {
    List<String> made = new CopyOnWriteArrayList<>();
    ProviderFactory factory =
        (settings, key) -> {
          made.add(settings.id());
          throw ProviderException.failed(FailureKind.CONNECT, "No.");
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      new LocalServers(factory, Presets::load, threads).find();
    }
    assertThat(made).containsExactlyInAnyOrder("ollama", "lmstudio", "llamacpp", "vllm");
  }

  private static URI closed() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
    }
  }
}
