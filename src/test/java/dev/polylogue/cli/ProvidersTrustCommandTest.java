package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.Workbench;
import dev.polylogue.provider.net.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a certificate that is refused to one that is believed, as a user walks it (F06, T23). */
class ProvidersTrustCommandTest {
  private static final Windows NO_WINDOWS =
      new Windows() {
        @Override
        public boolean hasDisplay() {
          return false;
        }

        @Override
        public int open(Path home) {
          return 70;
        }

        @Override
        public int tour(Path home, Path out) {
          return 71;
        }
      };

  @TempDir private Path folder;
  private final MockWebServer host = new MockWebServer();
  private final HeldCertificate authority =
      new HeldCertificate.Builder().commonName("Test Company").certificateAuthority(0).build();
  private final HeldCertificate shown =
      new HeldCertificate.Builder()
          .commonName("model server")
          .addSubjectAlternativeName("127.0.0.1")
          .signedBy(authority)
          .build();
  private final String fingerprint = Fingerprint.of(shown.certificate());

  @BeforeEach
  void start() throws Exception {
    host.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(shown).build().sslSocketFactory());
    host.enqueue(new MockResponse.Builder().body("{\"data\":[{\"id\":\"m\"}]}").build());
    host.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    run(0, "providers", "add", "own", "--protocol", "openai-chat", "--base-url", address("https"));
  }

  @AfterEach
  void end() {
    host.close();
  }

  private String address(String scheme) {
    return scheme + "://127.0.0.1:" + host.getPort() + "/v1";
  }

  private String run(int status, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    int done = Root.run(arguments, folder.resolve("home"), Workbench::open, NO_WINDOWS, terminal);
    terminal.out().flush();
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(done).as(said).isEqualTo(status);
    return said;
  }

  @Test
  void aCertificateIsShownThenBelievedWhenToldTo() {
    assertThat(run(1, "providers", "test", "own"))
        .contains("tls:", fingerprint, "polylogue providers trust own");
    assertThat(run(1, "providers", "trust", "own"))
        .contains(
            "CN=model server", "CN=Test Company", fingerprint, "Nothing was changed", "--yes");
    assertThat(run(1, "providers", "test", "own")).contains("tls:");
    assertThat(host.getRequestCount()).as("requests that were sent").isZero();

    assertThat(run(0, "providers", "trust", "own", "--yes"))
        .contains("Believed for 127.0.0.1:" + host.getPort() + " alone");
    assertThat(run(0, "providers", "test", "own")).contains("own works and lists 1 model");
  }

  @Test
  void theAuthorityOfACompanyIsTakenFromAFile() throws Exception {
    Path pem = folder.resolve("company.pem");
    Files.writeString(pem, authority.certificatePem());
    JsonNode kept =
        JsonMapper.shared()
            .readTree(
                run(0, "--json", "providers", "trust", "own", "--yes", "--file", pem.toString()));
    assertThat(kept.path("certificates").path(0).path("sha256").asString())
        .isEqualTo(Fingerprint.of(authority.certificate()));
    assertThat(Path.of(kept.path("file").asString())).exists();
    assertThat(run(0, "providers", "test", "own")).contains("own works");
  }

  @Test
  void whereNoCertificateIsThereIsNoneToBelieve() throws Exception {
    run(0, "providers", "add", "bare", "--protocol", "openai-chat", "--base-url", address("http"));
    assertThat(run(1, "providers", "trust", "bare")).contains("http://");
    assertThat(run(2, "providers", "trust", "nobody")).contains("no provider \"nobody\"");
    Path empty = folder.resolve("empty.pem");
    Files.writeString(empty, "nothing");
    assertThat(run(1, "providers", "trust", "own", "--yes", "--file", empty.toString()))
        .contains("certificate");
  }
}
