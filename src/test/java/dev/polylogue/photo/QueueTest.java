package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.media.PictureReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueTest {
  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final List<IntakeQueue.Result> results = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void twoOfManyAreDecodedAtATimeAndTheRestCanBeTakenBack_I38() throws Exception {
    Path file = folder.resolve("a.png");
    Files.write(file, Made.written(Made.halves(8, 8), "png").toArray());
    IntakeQueue queue =
        new IntakeQueue(new Intake(new PictureReader(System::nanoTime)), new Lane(threads::add, 2));
    List<Lane.Ticket> tickets = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tickets.add(queue.add(file, results::add));
    }
    assertThat(threads).hasSize(2);
    threads.remove().run();
    assertThat(results).hasSize(1);
    assertThat(threads).hasSize(2);
    tickets.forEach(Lane.Ticket::cancel);
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(results).hasSize(1).first().isInstanceOf(IntakeQueue.Result.Taken.class);
    queue.add(folder, results::add);
    threads.remove().run();
    assertThat(results).last().isInstanceOf(IntakeQueue.Result.Refused.class);
  }
}
