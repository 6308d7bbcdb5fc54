package dev.polylogue.provider.http;

import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.net.Timer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How far one call has come. OkHttp writes it, any thread reads it. */
final class Progress extends EventListener {
  private final Watchdog watchdog;
  private volatile @Nullable Timer timer;
  private volatile @Nullable Proxy proxy;
  private volatile ChatStream.Phase phase = ChatStream.Phase.CONNECTING;
  private volatile long begunAt;
  private volatile @Nullable Long connectMillis;
  private volatile boolean requestBegun;
  private volatile boolean secureBegun;
  private volatile boolean requestWhole = true;

  Progress(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  /** By which clock the call is watched. */
  Progress under(Timer time) {
    timer = time;
    return this;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  ChatStream.Phase phase() {
    return phase;
  }

  /** How long it took until the connection stood, or null while it does not. */
  @Nullable Long connectMillis() {
    return connectMillis;
  }

  /** Whether any byte of the request was written, so that it may have been read and billed. */
  boolean requestBegun() {
    return requestBegun;
  }

  /** False while a body is on its way: a host that has not got all of it can't have begun. */
  boolean requestWhole() {
    return requestWhole;
  }

  /** Whether the connection stood and its encryption was being agreed on. */
  boolean secureBegun() {
    return secureBegun;
  }

  /** Through which the host is reached, or null. */
  @Nullable Proxy proxy() {
    return proxy;
  }

  @Override
  public void callStart(Call call) {
    Timer known = timer;
    if (known != null) {
      begunAt = known.nanos();
      watchdog.guard(known, call);
    }
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    proxy =
        proxies.stream()
            .filter(found -> found.type() != Proxy.Type.DIRECT)
            .findFirst()
            .orElse(null);
    watchdog.sign();
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy through) {
    watchdog.sign();
  }

  @Override
  public void secureConnectStart(Call call) {
    secureBegun = true;
    watchdog.sign();
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy through, @Nullable Protocol protocol) {
    watchdog.sign();
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    Timer known = timer;
    connectMillis = known == null ? null : Long.valueOf((known.nanos() - begunAt) / 1_000_000);
    watchdog.connected(connection);
  }

  @Override
  public void requestHeadersStart(Call call) {
    requestBegun = true;
    watchdog.sending();
  }

  @Override
  public void requestBodyStart(Call call) {
    requestWhole = false;
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    requestWhole = true;
    watchdog.sent();
    phase = ChatStream.Phase.WAITING;
  }

  /** Not a sign of life at its start: a host may send any number of interim answers (F36). */
  @Override
  public void responseHeadersEnd(Call call, Response response) {
    phase = ChatStream.Phase.RECEIVING;
    watchdog.sent();
  }

  @Override
  public void callEnd(Call call) {
    watchdog.over();
  }

  @Override
  public void callFailed(Call call, IOException ioe) {
    phase = ChatStream.Phase.RECEIVING;
    watchdog.over();
  }
}
