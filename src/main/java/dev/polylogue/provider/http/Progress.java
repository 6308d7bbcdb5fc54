package dev.polylogue.provider.http;

import dev.polylogue.provider.ChatStream;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/** How far one call has come. OkHttp writes it, any thread reads it. */
final class Progress extends EventListener {
  private volatile ChatStream.Phase phase = ChatStream.Phase.CONNECTING;
  private volatile boolean requestBegun;
  private volatile boolean secureBegun;

  ChatStream.Phase phase() {
    return phase;
  }

  /** Whether any byte of the request was written, so that it may have been read and billed. */
  boolean requestBegun() {
    return requestBegun;
  }

  /** Whether the connection stood and its encryption was being agreed on. */
  boolean secureBegun() {
    return secureBegun;
  }

  @Override
  public void secureConnectStart(Call call) {
    secureBegun = true;
  }

  @Override
  public void requestHeadersStart(Call call) {
    requestBegun = true;
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    phase = ChatStream.Phase.WAITING;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    phase = ChatStream.Phase.RECEIVING;
  }

  @Override
  public void callFailed(Call call, IOException ioe) {
    phase = ChatStream.Phase.RECEIVING;
  }
}
