package dev.polylogue.provider.http;

import okhttp3.RequestBody;

/** A body that can't be sent a second time by anything below us (T12), and what is kept of it. */
abstract class OnceBody extends RequestBody {

  static OnceBody of(WireBody body) {
    return switch (body) {
      case WireBody.Tree(var json) ->
          Json.hasFiles(json) ? new TreeBody(json) : new PlainBody(json);
      case WireBody.Form form -> new FormBody(form);
    };
  }

  @Override
  public final boolean isOneShot() {
    return true;
  }

  /**
   * The body as it is shown and stored, with a note in the place of each picture. Any thread; a
   * digest stands in it once the picture was sent.
   */
  abstract byte[] record();

  /** All that is sent, in bytes. */
  @Override
  public abstract long contentLength();
}
