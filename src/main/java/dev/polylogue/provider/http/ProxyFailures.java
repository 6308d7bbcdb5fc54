package dev.polylogue.provider.http;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.net.Proxies;
import java.io.IOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a proxy refuses, told as the proxy's words and not the provider's (F08). */
final class ProxyFailures {
  private static final Pattern REFUSED = Pattern.compile("response code for CONNECT: (\\d+)");
  private static final int AUTHENTICATION_REQUIRED = 407;

  private ProxyFailures() {}

  /** Null when the proxy has nothing to do with it. */
  static @Nullable ProviderException of(IOException e, Endpoint endpoint, Proxy proxy) {
    String name = Proxies.name(proxy);
    if (e instanceof UnknownHostException) {
      return unsent("There is no host named %s, which is set as the proxy.".formatted(name));
    }
    String said = TlsFailures.detail(e);
    if (said.contains("authenticate with proxy")) {
      return asksForName(name);
    }
    Matcher refused = REFUSED.matcher(said);
    if (refused.find()) {
      int status = Integer.parseInt(refused.group(1));
      return ProviderException.failed(
          new Failure(
              FailureKind.CONNECT,
              status,
              "The proxy %s refuses the way to %s (%d).".formatted(name, endpoint.name(), status),
              null));
    }
    return unsent(
        "The proxy %s, through which %s is reached, can't be reached itself: %s"
            .formatted(name, endpoint.name(), said));
  }

  /** Status 407, in a tunnel or before one. */
  static ProviderException asksForName(String proxy) {
    return ProviderException.failed(
        new Failure(
            FailureKind.CONNECT,
            AUTHENTICATION_REQUIRED,
            "The proxy %s asks for a name and a password (407). Give them in the environment: HTTPS_PROXY=http://NAME:PASSWORD@%s"
                .formatted(proxy, proxy),
            null));
  }

  private static ProviderException unsent(String sentence) {
    return ProviderException.failed(FailureKind.CONNECT, sentence)
        .repeatable(ProviderException.Repeat.UNSENT);
  }
}
