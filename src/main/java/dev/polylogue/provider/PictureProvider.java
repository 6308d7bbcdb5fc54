package dev.polylogue.provider;

/** A place where models make pictures. Any thread may use it. */
@FunctionalInterface
public interface PictureProvider {

  /**
   * Opens a stream that says what it makes: {@link ChatEvent.Sketched} while it works, {@link
   * ChatEvent.Pictured} for each result. Returns at once: the network is first touched by {@link
   * ChatStream#next}.
   */
  ChatStream edit(PictureRequest request);
}
