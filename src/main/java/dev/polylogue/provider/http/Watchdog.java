package dev.polylogue.provider.http;

import dev.polylogue.provider.net.Timer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call that has gone silent or takes too long, from outside the thread that waits for it:
 * that thread may hang where no time-out of a socket reaches, such as in a write to a wedged HTTP/2
 * connection (F15). Any thread.
 */
final class Watchdog {
  /** Why it bit. */
  enum Bite {
    SILENCE,
    TOO_LONG
  }

  /** For finding the way: names, a proxy, the start of encryption. One address has 10 seconds. */
  static final Duration CONNECTING = Duration.ofSeconds(30);

  private final Limits limits;
  private @Nullable Timer timer;
  private @Nullable Call call;
  private Timer.@Nullable Alarm alarm;
  private @Nullable Connection connection;
  private Duration patience = CONNECTING;
  private long begun;
  private long lastSign;
  private boolean written;
  private boolean over;
  private @Nullable Bite bite;

  Watchdog(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /** Why it ended the call, or null. */
  synchronized @Nullable Bite bite() {
    return bite;
  }

  synchronized void guard(Timer time, Call guarded) {
    timer = time;
    call = guarded;
    begun = time.nanos();
    lastSign = begun;
    arm(patience);
  }

  /** Something came, or a step was done. */
  synchronized void sign() {
    if (timer != null) {
      lastSign = timer.nanos();
    }
  }

  synchronized void connected(Connection found) {
    connection = found;
    sign();
  }

  /** From here on the host may take its time to answer. */
  synchronized void sending() {
    patience = limits.silence();
    sign();
    arm(patience);
  }

  synchronized void sent() {
    written = true;
    sign();
  }

  /** Waits no longer than this for anything further. */
  synchronized void hurry(Duration rest) {
    patience = rest;
    sign();
    arm(rest);
  }

  synchronized void over() {
    over = true;
    if (alarm != null) {
      alarm.cancel();
    }
  }

  private synchronized void arm(Duration time) {
    if (timer != null && !over) {
      if (alarm != null) {
        alarm.cancel();
      }
      alarm = timer.after(time.toNanos(), this::look);
    }
  }

  private void look() {
    Call ended;
    Socket wedged = null;
    synchronized (this) {
      if (timer == null || over) {
        return;
      }
      long now = timer.nanos();
      long silent = patience.toNanos() - (now - lastSign);
      long left = limits.whole().toNanos() - (now - begun);
      if (silent > 0 && left > 0) {
        arm(Duration.ofNanos(Math.min(silent, left)));
        return;
      }
      bite = left <= 0 ? Bite.TOO_LONG : Bite.SILENCE;
      over = true;
      ended = call;
      if (connection != null && !written) {
        wedged = connection.socket();
      }
    }
    if (ended != null) {
      ended.cancel();
    }
    if (wedged != null) {
      abort(wedged);
    }
  }

  /** A close in good order would wait behind the write that hangs; so nobody can use it again. */
  private static void abort(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // it is as good as closed
    }
  }
}
