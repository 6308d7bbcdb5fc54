package dev.polylogue.ui.photo;

import dev.polylogue.provider.ModelCard;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.kit.HostQuestion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Where photos are edited on a bench: without a toolkit, at no known price, all on one thread. */
final class PhotoBench {
  private PhotoBench() {}

  /**
   * @param trouble gets what goes wrong
   */
  static PhotoTools tools(Bench bench, OnTheSpot work, List<Exception> trouble) {
    return new PhotoTools(
        bench.services.photos(),
        new WrittenLab(),
        new PhotoTools.Works(work, work),
        Bench.TEXTS,
        Bench.CLOCK,
        trouble::add);
  }

  /** Until nothing is being made any more. */
  static void settle(PhotoViewModel photo) {
    while (photo.liveProperty().get()) {
      photo.frame();
      Thread.onSpinWait();
    }
  }

  /** Nothing is chosen, written or drawn yet; whoever presses a button does so with leisure. */
  static PhotoViewModel photo(Bench bench, PhotoTools tools) {
    AtomicLong now = new AtomicLong();
    return photo(bench, tools, () -> now.addAndGet(TimeUnit.MINUTES.toNanos(1)));
  }

  /**
   * The same for whoever presses it when the test says.
   *
   * @param nanos when that is
   */
  static PhotoViewModel photo(Bench bench, PhotoTools tools, LongSupplier nanos) {
    ComposeViewModel.Prices none =
        new ComposeViewModel.Prices(
            ModelCard::named, (card, wanted) -> Optional.empty(), "sandbox");
    HostQuestion hosts =
        new HostQuestion(
            bench.services.providers().pictureHosts(),
            tools.works().inOrder(),
            Bench.TEXTS,
            tools.trouble());
    return new PhotoViewModel(
        tools,
        new ComposeViewModel(none, Bench.TEXTS),
        new MaskViewModel(),
        new Caution(hosts, nanos));
  }
}
