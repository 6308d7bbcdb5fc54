package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureCacheTest {
  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final List<String> read = new ArrayList<>();
  private final List<Object> told = new ArrayList<>();
  private final Bytes png = Made.written(Made.halves(100, 50), "png");
  private final PictureCache cache =
      new PictureCache(
          PictureCache.files(new PictureReader(System::nanoTime), this::read),
          new Lane(threads::add, 2),
          45_000);

  private Bytes read(String sha256) throws IOException {
    read.add(sha256);
    if (sha256.equals("gone")) {
      throw new IOException("It is gone.");
    }
    return png;
  }

  private Lane.Ticket ask(String name, int side) {
    return cache.ask(
        new PictureCache.Key(name, side),
        new PictureCache.Listener() {
          @Override
          public void ready(BufferedImage picture) {
            told.add(picture);
          }

          @Override
          public void failed(String sentence) {
            told.add(sentence);
          }
        });
  }

  private void run() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }

  @Test
  void whatIsAskedForTwiceIsDecodedOnce() {
    ask("a", PictureCache.WHOLE);
    ask("a", PictureCache.WHOLE);
    run();
    assertThat(read).containsExactly("a");
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).isSameAs(told.get(1));
    ask("a", PictureCache.WHOLE);
    assertThat(told).hasSize(3);
    assertThat(threads).isEmpty();
  }

  @Test
  void aThumbnailIsSmall() {
    ask("a", 20);
    run();
    assertThat(((BufferedImage) told.getFirst()).getWidth()).isEqualTo(20);
    assertThat(cache.bytes()).isEqualTo(20 * 10 * 4);
  }

  @Test
  void theOldestIsLetGoAndComesBackWhileItIsShown() {
    for (String name : List.of("a", "b", "c")) {
      ask(name, PictureCache.WHOLE);
      run();
    }
    assertThat(cache.bytes()).isEqualTo(40_000);
    assertThat(cache.now(new PictureCache.Key("a", PictureCache.WHOLE)))
        .containsSame((BufferedImage) told.getFirst());
    assertThat(cache.bytes()).isEqualTo(40_000);
  }

  @Test
  void whatNobodyWantsAnyMoreIsNotDecoded() {
    ask("x", 10);
    ask("y", 10);
    Lane.Ticket one = ask("a", 10);
    Lane.Ticket two = ask("a", 10);
    one.cancel();
    two.cancel();
    run();
    assertThat(read).containsExactly("x", "y");
    assertThat(told).hasSize(2);
  }

  @Test
  void whatWasAskedForLastComesFirst() {
    for (String name : List.of("a", "b", "c", "d")) {
      ask(name, 10);
    }
    run();
    assertThat(read).containsExactly("a", "b", "d", "c");
  }

  @Test
  void whatCannotBeReadIsSaid() {
    ask("gone", 10);
    run();
    assertThat(told).containsExactly("It is gone.");
  }
}
