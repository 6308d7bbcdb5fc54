package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
  private final ShellViewModel shell = new ShellViewModel();

  private boolean isOut() {
    return shell.sidebarProperty().get();
  }

  @Test
  void theSidebarGivesWayInANarrowWindowAndComesBack() {
    shell.fit(1360);
    assertThat(isOut()).isTrue();
    shell.fit(720);
    assertThat(isOut()).isFalse();
    shell.fit(1000);
    assertThat(isOut()).isTrue();
  }

  @Test
  void itCanBeBroughtOutInANarrowWindow() {
    shell.fit(720);
    shell.toggleSidebar();
    shell.fit(730);
    assertThat(isOut()).isTrue();
  }

  @Test
  void whoClosesANoticeKnowsWhatItSaid() {
    List<String> known = new ArrayList<>();
    shell.notice("words are lost", () -> known.add("lost"));
    shell.notice("something else");
    shell.dismissNotice();
    assertThat(known).as("D22: another one stood in its place").isEmpty();

    shell.notice("words are lost", () -> known.add("lost"));
    shell.dismissNotice();
    shell.dismissNotice();
    assertThat(known).containsExactly("lost");
    assertThat(shell.noticeProperty().get()).isEmpty();
  }

  @Test
  void aSidebarThatWasPutAwayStaysAway() {
    shell.toggleSidebar();
    shell.fit(720);
    shell.fit(1360);
    assertThat(isOut()).isFalse();
  }
}
