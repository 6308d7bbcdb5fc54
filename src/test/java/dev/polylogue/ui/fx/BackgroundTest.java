package dev.polylogue.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.FxThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private static final int MORE_THAN_PROCESSORS = Runtime.getRuntime().availableProcessors() + 1;

  /** The mask of a photo stayed away for as long as the pictures beside it were decoded. */
  @Test
  void whatIsQuicklyDoneDoesNotWaitForWhatKeepsEveryProcessorBusy() throws Exception {
    CountDownLatch begun = new CountDownLatch(Runtime.getRuntime().availableProcessors());
    CountDownLatch small = new CountDownLatch(1);
    CountDownLatch inOrder = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    FxThread.start();
    try (Background background = new Background()) {
      for (int i = 0; i < MORE_THAN_PROCESSORS; i++) {
        background.act(
            () -> {
              begun.countDown();
              while (over.getCount() > 0) {
                Thread.onSpinWait();
              }
            },
            () -> {},
            failure -> {});
      }
      try {
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        background.act(small::countDown, () -> {}, failure -> {});
        background.inOrder().act(inOrder::countDown, () -> {}, failure -> {});

        assertThat(small.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(inOrder.await(20, TimeUnit.SECONDS)).isTrue();
      } finally {
        over.countDown();
      }
    }
  }
}
