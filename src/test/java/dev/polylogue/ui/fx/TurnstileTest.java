package dev.polylogue.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.FxThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = FxThread.call(Turnstile::new);
  private final List<String> done = new ArrayList<>();

  /** Asks for work by name, all in one go. */
  private List<String> ask(String... names) {
    return FxThread.call(
        () -> {
          for (String name : names) {
            turnstile.pass(() -> done.add(name));
          }
          return List.copyOf(done);
        });
  }

  @Test
  void theFirstIsDoneAtOnceAndTheOthersInOrderInFramesOfTheirOwn() {
    List<Integer> frames = new ArrayList<>();
    FramePulse pulse = FxThread.call(FramePulse::new);
    Runnable rest = FxThread.call(() -> pulse.listen(() -> frames.add(done.size())));
    assertThat(ask("a", "b", "c")).containsExactly("a");
    FxThread.until(() -> done.size() == 3);
    FxThread.frames(2);
    FxThread.run(rest);

    for (int i = 1; i < frames.size(); i++) {
      assertThat(frames.get(i) - frames.get(i - 1)).as("%s", frames).isLessThanOrEqualTo(1);
    }
    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void whoComesLaterDoesNotPassBeforeThoseWhoWait() {
    ask("a", "b");
    ask("c");
    FxThread.until(() -> done.size() == 3);

    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void onceAllHavePassedTheNextIsDoneAtOnceAgain() {
    ask("a");
    FxThread.frames(3);

    assertThat(ask("b")).containsExactly("a", "b");
  }
}
