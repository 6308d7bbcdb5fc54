package dev.polylogue.session;

import dev.polylogue.provider.ProviderException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to several models at once is made once, and goes when the last of them has it.
 * Any thread; those who want what is just being made wait for it.
 */
final class Shared<K> {
  /** Makes it; takes its time. */
  @FunctionalInterface
  interface Making {
    PhotoFiles.Ready make() throws ProviderException;
  }

  private static final class Place {
    private int users;
    private PhotoFiles.@Nullable Ready made;
  }

  private final Map<K, Place> places = new HashMap<>();

  /** To be closed by everyone who was given it. */
  PhotoFiles.Ready want(K key, Making making) throws ProviderException {
    Place place = enter(key);
    AtomicBoolean there = new AtomicBoolean(true);
    Runnable leaving =
        () -> {
          if (there.compareAndSet(true, false)) {
            leave(key, place);
          }
        };
    boolean done = false;
    try {
      PhotoFiles.Ready ready = made(place, making);
      done = true;
      return ready.sharedUntil(leaving);
    } finally {
      if (!done) {
        leaving.run();
      }
    }
  }

  private static PhotoFiles.Ready made(Place place, Making making) throws ProviderException {
    synchronized (place) {
      PhotoFiles.Ready ready = place.made;
      if (ready == null) {
        ready = making.make();
        place.made = ready;
      }
      return ready;
    }
  }

  private synchronized Place enter(K key) {
    Place place = places.computeIfAbsent(key, _ -> new Place());
    place.users++;
    return place;
  }

  private void leave(K key, Place place) {
    synchronized (this) {
      place.users--;
      if (place.users > 0) {
        return;
      }
      places.remove(key);
    }
    synchronized (place) {
      if (place.made != null) {
        place.made.close();
      }
    }
  }
}
