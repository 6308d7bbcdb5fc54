package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.HostTrust;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.net.Fingerprint;
import dev.polylogue.provider.net.HostCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Looks at a host's certificates through the program's own client, so also through a proxy. */
public final class CertificateCheck implements HostTrust {
  private final OkHttpClient client;
  private final HostCertificates added;

  public CertificateCheck(OkHttpClient client, HostCertificates added) {
    this.client = client;
    this.added = added;
  }

  @Override
  public Host host(ProviderSettings provider) throws ProviderException {
    Endpoint.of(provider, KeySource.NONE);
    HttpUrl address = HttpUrl.get(provider.baseUrl().toString());
    if (!address.isHttps()) {
      throw ProviderException.failed(
          FailureKind.BAD_REQUEST,
          "%s is spoken to over http://, where there are no certificates."
              .formatted(provider.id()));
    }
    return new Host(address.host(), address.port());
  }

  @Override
  public List<X509Certificate> shown(ProviderSettings provider) throws ProviderException {
    Host host = host(provider);
    Onlooker onlooker = new Onlooker();
    OkHttpClient looking = lookingOnly(onlooker);
    HttpCall call =
        HttpCall.get(looking, Endpoint.of(bare(provider), KeySource.NONE), "", Map.of());
    try {
      call.execute();
    } catch (ProviderException e) {
      if (onlooker.seen.isEmpty()) {
        throw e;
      }
      return onlooker.seen;
    } finally {
      call.close();
    }
    throw new IllegalStateException("a connection to %s that only looks was used".formatted(host));
  }

  /** Without headers and options: what is only looked at is told nothing. */
  private static ProviderSettings bare(ProviderSettings provider) {
    return new ProviderSettings(
        provider.id(), provider.protocol(), provider.baseUrl(), KeyPlace.NONE, Map.of(), Map.of());
  }

  private OkHttpClient lookingOnly(Onlooker onlooker) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {onlooker}, null);
      return client.newBuilder().sslSocketFactory(context.getSocketFactory(), onlooker).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<X509Certificate> read(Path file) throws IOException, CertificateException {
    return HostCertificates.read(file);
  }

  @Override
  public String fingerprint(X509Certificate certificate) {
    return Fingerprint.of(certificate);
  }

  @Override
  public Path believe(ProviderSettings provider, List<X509Certificate> certificates)
      throws ProviderException, IOException, CertificateException {
    Host host = host(provider);
    return added.keep(host.name(), host.port(), certificates);
  }

  /** Believes nobody: it looks, and the connection ends before anything can be sent. */
  private static final class Onlooker implements X509TrustManager {
    private volatile List<X509Certificate> seen = List.of();

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      seen = List.of(chain);
      throw new CertificateException("only looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("only looked at");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
