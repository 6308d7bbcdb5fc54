package dev.polylogue.ui.photo;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/**
 * What a view listens to that outlives it. They are cut when the view goes, since it would be kept
 * by them otherwise, with all its pixels. FX thread.
 */
final class Ties {
  private final List<Subscription> all = new ArrayList<>();

  void hold(Subscription listening) {
    all.add(listening);
  }

  void cut() {
    all.forEach(Subscription::unsubscribe);
    all.clear();
  }
}
