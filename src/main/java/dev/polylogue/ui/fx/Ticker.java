package dev.polylogue.ui.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Calls somebody at a slow, steady pace. FX thread. */
public final class Ticker {
  private final Timeline timeline;

  public Ticker(long millis, Runnable tick) {
    timeline = new Timeline(new KeyFrame(Duration.millis((double) millis), event -> tick.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
  }

  public void start() {
    timeline.play();
  }

  public void stop() {
    timeline.stop();
  }
}
