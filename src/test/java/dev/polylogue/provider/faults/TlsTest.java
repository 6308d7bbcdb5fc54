package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException.Repeat;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.net.Fingerprint;
import dev.polylogue.provider.net.HostCertificates;
import dev.polylogue.provider.net.Network;
import dev.polylogue.provider.net.PeerTrust;
import dev.polylogue.provider.net.Proxies;
import dev.polylogue.provider.net.Timer;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** <b>Certificates</b>: whom we believe, and that nothing is sent to anybody else (T23). */
@Timeout(60)
class TlsTest {
  private static final Dialect DIALECT = Dialect.CHAT_COMPLETIONS;

  @TempDir private Path folder;
  private HostCertificates added;
  private OkHttpClient client;

  @BeforeEach
  void client() {
    added = new HostCertificates(folder.resolve("certificates"));
    client = SafeClient.create(new Network(Proxies.none(), new PeerTrust(added), Timer.system()));
  }

  private static HeldCertificate.Builder certificate() {
    return new HeldCertificate.Builder()
        .commonName("test host")
        .addSubjectAlternativeName("127.0.0.1");
  }

  private static HeldCertificate authority() {
    return new HeldCertificate.Builder().commonName("Test Company").certificateAuthority(0).build();
  }

  private static MockWebServer host(HeldCertificate shown, X509Certificate... issuers)
      throws Exception {
    MockWebServer host = new MockWebServer();
    host.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(shown, issuers)
            .build()
            .sslSocketFactory());
    host.enqueue(new MockResponse.Builder().body(DIALECT.answer("Hi")).build());
    host.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    return host;
  }

  private Trial ask(int port) throws Exception {
    URI address = URI.create("https://127.0.0.1:" + port + "/v1");
    return Trial.ask(DIALECT.at(client, address, Map.of()), "Hello");
  }

  private void assertRefused(MockWebServer host, HeldCertificate shown, String why)
      throws Exception {
    Trial trial = ask(host.getPort());
    assertThat(trial.failure().kind()).isEqualTo(FailureKind.TLS);
    assertThat(trial.failure().message())
        .contains(why, Fingerprint.of(shown.certificate()), "polylogue providers trust host");
    assertThat(trial.repeat()).isEqualTo(Repeat.NEVER);
    assertThat(host.getRequestCount()).as("requests that were sent").isZero();
  }

  private void believe(int port, X509Certificate... certificates) throws Exception {
    added.keep("127.0.0.1", port, List.of(certificates));
  }

  @Test
  @Covers("F05")
  void plainWordsWhereEncryptionIsExpected() throws Exception {
    try (RawHost host =
        RawHost.treating(
            socket -> {
              socket.getOutputStream().write("no TLS at all\n".getBytes(StandardCharsets.UTF_8));
              socket.getInputStream().readAllBytes();
            })) {
      Trial trial = ask(host.port());
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.TLS);
      assertThat(trial.failure().message()).contains("No secure connection to 127.0.0.1:");
      assertThat(trial.repeat()).isEqualTo(Repeat.NEVER);
    }
  }

  @Test
  @Covers("F07")
  void aConnectionCutDuringTheHandshakeMayBeTriedAgain() throws Exception {
    try (RawHost host = RawHost.treating(socket -> socket.getInputStream().readNBytes(200))) {
      Trial trial = ask(host.port());
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.TLS);
      assertThat(trial.repeat()).isEqualTo(Repeat.UNSENT_ONCE);
    }
  }

  @Test
  @Covers("F06")
  void aSelfSignedCertificateIsRefusedAndCalledSo() throws Exception {
    HeldCertificate self = certificate().build();
    try (MockWebServer host = host(self)) {
      assertRefused(host, self, "signed by itself");
    }
  }

  @Test
  @Covers("F06")
  void anUnknownIssuerIsNamed() throws Exception {
    HeldCertificate issuer = authority();
    HeldCertificate issued = certificate().signedBy(issuer).build();
    try (MockWebServer host = host(issued)) {
      assertRefused(host, issued, "issued by CN=Test Company");
    }
  }

  @Test
  @Covers("F06")
  void anExpiredCertificateIsRefusedThoughItsIssuerIsBelieved() throws Exception {
    HeldCertificate issuer = authority();
    HeldCertificate issued =
        certificate().signedBy(issuer).validityInterval(0, TimeUnit.DAYS.toMillis(365)).build();
    try (MockWebServer host = host(issued)) {
      believe(host.getPort(), issuer.certificate());
      assertRefused(host, issued, "expired on 1971-01-01");
    }
  }

  @Test
  @Covers("F06")
  void aCertificateForAnotherHostIsRefusedThoughItsIssuerIsBelieved() throws Exception {
    HeldCertificate issuer = authority();
    HeldCertificate issued =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("other.example")
            .signedBy(issuer)
            .build();
    try (MockWebServer host = host(issued)) {
      believe(host.getPort(), issuer.certificate());
      assertRefused(host, issued, "made out to another host: other.example");
    }
  }

  @Test
  void anAuthorityOfACompanyIsBelievedForTheHostItWasAddedForAndNoOther() throws Exception {
    HeldCertificate issuer = authority();
    HeldCertificate issued = certificate().signedBy(issuer).build();
    try (MockWebServer host = host(issued);
        MockWebServer other = host(issued)) {
      believe(host.getPort(), issuer.certificate());
      assertThat(ask(host.getPort()).reply().text()).isEqualTo("Hi");
      assertRefused(other, issued, "issued by CN=Test Company");
    }
  }

  /**
   * It was looked at and named, so neither its dates nor its names nor its issuer are asked for.
   */
  @Test
  void exactlyTheCertificateThatWasAddedIsBelievedWhateverItSays() throws Exception {
    HeldCertificate odd =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("other.example")
            .validityInterval(0, 1000)
            .build();
    try (MockWebServer host = host(odd)) {
      assertRefused(host, odd, "signed by itself");
      believe(host.getPort(), odd.certificate());
      assertThat(ask(host.getPort()).reply().text()).isEqualTo("Hi");
    }
  }

  @Test
  void anotherCertificateThanTheOneThatWasAddedFailsAgain() throws Exception {
    HeldCertificate first = certificate().build();
    HeldCertificate second = certificate().build();
    try (MockWebServer host = host(first)) {
      believe(host.getPort(), first.certificate());
      assertThat(ask(host.getPort()).reply().text()).isEqualTo("Hi");
    }
    try (MockWebServer host = host(second)) {
      believe(host.getPort(), first.certificate());
      assertRefused(host, second, "not the one that was added");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatWasAddedCanBeChangedByItsOwnerOnly_T20() throws Exception {
    believe(443, certificate().build().certificate());
    Path file = folder.resolve("certificates").resolve("127.0.0.1_443.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }
}
