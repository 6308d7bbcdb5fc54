package dev.polylogue.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pictures and thumbnails, up to so many bytes; those that were looked at longest ago are
 * let go, and come back without decoding while somebody still shows them. What is asked for several
 * times at once is decoded once; what was asked for last comes first. Any thread.
 */
public final class PictureCache {
  /** For a side: the whole picture. */
  public static final int WHOLE = Integer.MAX_VALUE;

  private final Decoder decoder;
  private final Lane lane;
  private final long mostBytes;

  private final Map<Key, BufferedImage> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Key, WeakReference<BufferedImage>> released = new HashMap<>();
  private final Map<Key, Flight> flights = new HashMap<>();
  private long bytes;

  /**
   * @param lane decodes, two at a time
   * @param mostBytes of decoded pixels that are kept; one picture is kept whatever it has
   */
  public PictureCache(Decoder decoder, Lane lane, long mostBytes) {
    this.decoder = decoder;
    this.lane = lane;
    this.mostBytes = mostBytes;
  }

  /** Makes pictures; called by several threads at a time. */
  @FunctionalInterface
  public interface Decoder {
    /**
     * @param cancelled asked all the time; once true, nobody waits for it
     */
    BufferedImage decode(Key key, BooleanSupplier cancelled) throws IOException, MediaException;
  }

  /** Where the files of pictures are. */
  @FunctionalInterface
  public interface Source {
    Bytes read(String name) throws IOException;
  }

  /** Decodes files as they are. */
  public static Decoder files(PictureReader reader, Source source) {
    return (key, cancelled) -> {
      Bytes file = source.read(key.name());
      FileKind kind = Intake.kind(file, "The picture");
      return reader.read(file, kind, "The picture", key.side(), cancelled).image();
    };
  }

  /**
   * A picture of a certain size.
   *
   * @param name of it, such as the SHA-256 of its file
   * @param side of the longer side, at most, in pixels; {@link #WHOLE} for all of it
   */
  public record Key(String name, int side) {}

  /** Is told once, on the thread that decoded, unless its ticket was cancelled before. */
  public interface Listener {
    void ready(BufferedImage picture);

    /**
     * @param sentence why there is none
     */
    void failed(String sentence);
  }

  /** One that is there now. Quick enough for the screen's thread. */
  public synchronized Optional<BufferedImage> now(Key key) {
    BufferedImage found = kept.get(key);
    if (found == null) {
      WeakReference<BufferedImage> reference = released.get(key);
      found = reference == null ? null : reference.get();
      if (found != null) {
        keep(key, found);
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * Asks for one, which is told at once when it is there. Returns at once.
   *
   * @return takes the question back; decoding ends when nobody asks any more
   */
  public Lane.Ticket ask(Key key, Listener listener) {
    Optional<BufferedImage> found = now(key);
    if (found.isPresent()) {
      listener.ready(found.get());
      return () -> {};
    }
    Flight flight;
    boolean fresh;
    synchronized (this) {
      fresh = !flights.containsKey(key);
      flight = flights.computeIfAbsent(key, _ -> new Flight());
      flight.listeners.add(listener);
    }
    if (fresh) {
      Lane.Ticket ticket = lane.add(cancelled -> decode(key, flight, cancelled), true);
      synchronized (this) {
        flight.ticket = ticket;
      }
    }
    return () -> leave(key, flight, listener);
  }

  /** Decoded bytes that are held, without those that are in use elsewhere only. */
  public synchronized long bytes() {
    return bytes;
  }

  /** Lets everything go. */
  public synchronized void clear() {
    kept.clear();
    released.clear();
    bytes = 0;
  }

  /** Those who wait for one picture. */
  private static final class Flight {
    private final List<Listener> listeners = new ArrayList<>();
    private Lane.@Nullable Ticket ticket;
  }

  private void leave(Key key, Flight flight, Listener listener) {
    Lane.Ticket nobody = null;
    synchronized (this) {
      flight.listeners.remove(listener);
      if (flight.listeners.isEmpty() && flights.get(key) == flight) {
        flights.remove(key);
        nobody = flight.ticket;
      }
    }
    if (nobody != null) {
      nobody.cancel();
    }
  }

  private void decode(Key key, Flight flight, BooleanSupplier cancelled) {
    BufferedImage picture = null;
    String trouble = "";
    try {
      picture = decoder.decode(key, cancelled);
    } catch (IOException | MediaException | RuntimeException e) {
      trouble = e.getMessage() == null ? e.toString() : e.getMessage();
    }
    List<Listener> told;
    synchronized (this) {
      flights.remove(key, flight);
      told = List.copyOf(flight.listeners);
      if (picture != null && !told.isEmpty()) {
        keep(key, picture);
      }
    }
    for (Listener listener : told) {
      if (picture == null) {
        listener.failed(trouble);
      } else {
        listener.ready(picture);
      }
    }
  }

  private void keep(Key key, BufferedImage picture) {
    released.remove(key);
    bytes += weight(picture) - weight(kept.put(key, picture));
    var oldest = kept.entrySet().iterator();
    while (bytes > mostBytes && kept.size() > 1) {
      Map.Entry<Key, BufferedImage> gone = oldest.next();
      bytes -= weight(gone.getValue());
      released.put(gone.getKey(), new WeakReference<>(gone.getValue()));
      oldest.remove();
    }
    released.values().removeIf(reference -> reference.get() == null);
  }

  private static long weight(@Nullable BufferedImage picture) {
    return picture == null ? 0 : 4L * picture.getWidth() * picture.getHeight();
  }
}
