package dev.polylogue.photo;

import dev.polylogue.media.MediaException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Takes in many photos in their order, two at a time where the lane is so wide (I38). */
public final class IntakeQueue {
  private final Intake intake;
  private final Lane lane;

  public IntakeQueue(Intake intake, Lane lane) {
    this.intake = intake;
    this.lane = lane;
  }

  /** How it went, told on the thread that decoded it. Of what was cancelled nothing is told. */
  public sealed interface Result {
    record Taken(Path file, Photo photo) implements Result {}

    /**
     * @param sentence why, and what to do
     */
    record Refused(Path file, String sentence) implements Result {}
  }

  /** Returns at once. */
  public Lane.Ticket add(Path file, Consumer<Result> told) {
    return lane.add(
        cancelled -> {
          Result result;
          try {
            result = new Result.Taken(file, intake.take(file, cancelled));
          } catch (MediaException e) {
            result = new Result.Refused(file, String.valueOf(e.getMessage()));
          }
          if (!cancelled.getAsBoolean()) {
            told.accept(result);
          }
        });
  }
}
