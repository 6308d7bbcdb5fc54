package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.Pixels;
import dev.polylogue.photo.Lane;
import dev.polylogue.photo.PictureCache;
import dev.polylogue.session.EditPhoto;
import dev.polylogue.ui.fx.Work;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures for the screen: two are decoded at a time, what was asked for last comes first,
 * and what is no longer looked at is not decoded at all. FX thread; decodes elsewhere.
 */
public final class Thumbs {
  private static final long MOST_BYTES = 24L << 20;
  private static final int MOST_SHOWN = 400;
  private static final int AT_ONCE = 2;

  /** In which pictures are put together: whether they fit shows no better in larger ones. */
  private static final int JOINED = 512;

  private final EditPhoto photos;
  private final Work work;
  private final PictureCache.Decoder plain;
  private final PictureCache cache;
  private final Map<String, Shelf.Wanted> asked = new ConcurrentHashMap<>();
  private final Map<PictureCache.Key, Image> shown = new LinkedHashMap<>(16, 0.75f, true);

  public Thumbs(EditPhoto photos, Work work) {
    this.photos = photos;
    this.work = work;
    this.plain = PictureCache.files(new PictureReader(System::nanoTime), this::read);
    Lane lane = new Lane(task -> work.act(task::run, () -> {}, failure -> {}), AT_ONCE);
    this.cache = new PictureCache(this::decode, lane, MOST_BYTES);
  }

  private BufferedImage decode(PictureCache.Key key, BooleanSupplier cancelled)
      throws IOException, MediaException {
    Shelf.Wanted wanted = wanted(key.name());
    Keeping keeping = wanted.keeping();
    if (keeping == null) {
      return plain.decode(key, cancelled);
    }
    try {
      BufferedImage joined =
          photos
              .files()
              .composite(
                  keeping.source(), wanted.picture(), keeping.mask(), keeping.feather(), JOINED);
      return Pixels.fit(joined, key.side());
    } catch (HistoryException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Bytes read(String name) throws IOException {
    try {
      return photos.read(wanted(name).picture());
    } catch (HistoryException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Shelf.Wanted wanted(String name) throws IOException {
    Shelf.Wanted wanted = asked.get(name);
    if (wanted == null) {
      throw new IOException("Nobody asks for it any more.");
    }
    return wanted;
  }

  /**
   * Hands a picture over, at once if it was shown lately. Nothing is handed over for one that can't
   * be read.
   *
   * @param side longest, in pixels
   * @return takes the question back
   */
  Runnable ask(Shelf.Wanted wanted, int side, Consumer<Image> seen) {
    PictureCache.Key key = new PictureCache.Key(wanted.key(), side);
    Image known = shown.get(key);
    if (known != null) {
      seen.accept(known);
      return () -> {};
    }
    asked.put(key.name(), wanted);
    CompletableFuture<@Nullable BufferedImage> coming = new CompletableFuture<>();
    Lane.Ticket ticket = cache.ask(key, new Waiting(coming));
    AtomicBoolean looked = new AtomicBoolean(true);
    work.run(
        () -> converted(coming),
        image -> {
          if (image != null) {
            keep(key, image);
            // It may have been on its way to the screen when the question was taken back.
            if (looked.get()) {
              seen.accept(image);
            }
          }
        },
        failure -> {});
    return () -> {
      looked.set(false);
      ticket.cancel();
      coming.complete(null);
    };
  }

  private static @Nullable Image converted(CompletableFuture<@Nullable BufferedImage> coming)
      throws InterruptedException, ExecutionException {
    BufferedImage picture = coming.get();
    return picture == null ? null : SwingFXUtils.toFXImage(picture, null);
  }

  private void keep(PictureCache.Key key, Image image) {
    shown.put(key, image);
    var eldest = shown.entrySet().iterator();
    while (shown.size() > MOST_SHOWN) {
      PictureCache.Key gone = eldest.next().getKey();
      eldest.remove();
      asked.remove(gone.name());
    }
  }

  private record Waiting(CompletableFuture<@Nullable BufferedImage> coming)
      implements PictureCache.Listener {
    @Override
    public void ready(BufferedImage picture) {
      coming.complete(picture);
    }

    @Override
    public void failed(String sentence) {
      coming.complete(null);
    }
  }
}
