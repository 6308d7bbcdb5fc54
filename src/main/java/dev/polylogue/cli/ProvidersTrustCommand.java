package dev.polylogue.cli;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.HostTrust;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue providers trust}: shows the certificate of a host, and believes it if told. */
@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    description =
        "Shows the certificate of a provider's host; with --yes, believes it for that host alone.")
final class ProvidersTrustCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID")
  private String id = "";

  @Option(
      names = "--yes",
      description = "Believe it from now on, in place of what was believed for that host before.")
  private boolean yes;

  @Option(
      names = "--file",
      paramLabel = "PEM",
      description = "Believe the certificates in this file, such as the authority of a company.")
  private @Nullable Path file;

  private final Console console;

  ProvidersTrustCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      ProviderSettings provider =
          services
              .providers()
              .find(id)
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no provider \"%s\".".formatted(id)));
      HostTrust trust = services.trust();
      HostTrust.Host host = trust.host(provider);
      List<X509Certificate> found =
          file == null ? trust.shown(provider).subList(0, 1) : trust.read(file);
      Path kept = yes ? trust.believe(provider, found) : null;
      report(host, found, trust, kept);
      return yes ? 0 : 1;
    }
  }

  private void report(
      HostTrust.Host host, List<X509Certificate> found, HostTrust trust, @Nullable Path kept) {
    if (console.json()) {
      console.print(json(host, found, trust, kept));
      return;
    }
    for (X509Certificate certificate : found) {
      console.line(Plain.text(describe(certificate, trust)));
    }
    console.line(
        kept == null
            ? "Nothing was changed. If the fingerprint is the right one, believe it for %s alone by adding --yes."
                .formatted(host)
            : "Believed for %s alone. To take it back, remove %s".formatted(host, kept));
  }

  private static String describe(X509Certificate certificate, HostTrust trust) {
    return """
        Subject  %s
        Issuer   %s
        Valid    %s to %s
        SHA-256  %s
        """
        .formatted(
            certificate.getSubjectX500Principal(),
            certificate.getIssuerX500Principal(),
            certificate.getNotBefore().toInstant().atOffset(ZoneOffset.UTC).toLocalDate(),
            certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC).toLocalDate(),
            trust.fingerprint(certificate));
  }

  private ObjectNode json(
      HostTrust.Host host, List<X509Certificate> found, HostTrust trust, @Nullable Path kept) {
    ObjectNode node =
        Jsons.object().put("id", id).put("host", host.name()).put("port", host.port());
    var list = node.putArray("certificates");
    for (X509Certificate certificate : found) {
      list.addObject()
          .put("subject", certificate.getSubjectX500Principal().toString())
          .put("issuer", certificate.getIssuerX500Principal().toString())
          .put("notBefore", certificate.getNotBefore().toInstant().toString())
          .put("notAfter", certificate.getNotAfter().toInstant().toString())
          .put("sha256", trust.fingerprint(certificate));
    }
    Jsons.text(node, "file", kept == null ? null : kept.toString());
    return node;
  }
}
