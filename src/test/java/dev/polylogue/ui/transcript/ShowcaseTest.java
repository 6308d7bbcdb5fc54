package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.FxThread;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** Draws transcripts into {@code target/pictures} to be looked at. */
class ShowcaseTest {
  private static final Map<String, Theme> THEMES =
      Map.of("light", new PrimerLight(), "dark", new PrimerDark());

  private static final String TIDE =
      """
      ## The moon’s gentle tug

      Imagine the ocean wearing a stretchy jacket. The **moon pulls** on it, and the \
      water on the near side *bulges* out, see [NOAA](https://oceanservice.noaa.gov/tides).

      - Near side: pulled the most
      - Far side: left behind a little

      ```python
      def tide(hour):
          return cos(2*pi*hour/12.42)
      ```

      | Place | Range |
      |---|---:|
      | Bay of Fundy | 16 m |
      | Baltic Sea | 0.1 m |
      """;

  private static final String ALL =
      """
      # Heading one
      ## Heading two
      ### Heading three
      #### Heading four

      A paragraph with `inline code`, ~~struck~~ words, ***both***, and a
      [link](https://example.org). Hidden: a\u202Eb\u200Bc\u0007.\\
      After a hard break.

      1. First
      2. Second, which is long enough to wrap around at this width of the pane
         - nested bullet
           - deeper

             with a paragraph
      3. Third

      - [x] done
      - [ ] to do

      > A quotation that is long enough to wrap to a second line in here.
      >
      > > and one inside

      ---

      <b onclick="x()">raw</b>

      <script>alert(1)</script>

      ![a chart](https://tracker.example/p.png?d=1)

          indented code
      """;

  @Test
  void theShowcaseCanBeLookedAt() {
    THEMES.forEach(
        (name, theme) -> {
          try (Stand stand = Stand.open(380, 760, theme)) {
            stand.show(
                Samples.turn(
                    1,
                    "Explain tides to a nine-year-old.\nThen a tiny Python model.",
                    Samples.cited(
                        1,
                        ReplyState.COMPLETE,
                        Samples.GOOD,
                        Samples.TIMED,
                        List.of(
                            new Part.Citation(
                                "https://oceanservice.noaa.gov/facts/tides.html",
                                "What causes tides?"),
                            new Part.Citation("https://example.org/moon", null)),
                        Samples.thought("The user wants **tides**.", 3_100L),
                        Samples.text(TIDE))));
            stand.picture("reply-" + name);
            assertThat(stand.text()).contains("Imagine the ocean", "Bay of Fundy\t16 m");
          }
          try (Stand stand = Stand.open(380, 900, theme)) {
            stand.show(
                Samples.turn(1, "What is new on tides?", Details.searched()),
                Samples.turn(2, "And now?", Details.waiting()),
                Samples.turn(3, "Again", Details.longWait()));
            stand.picture("details-" + name);
            assertThat(stand.text()).contains("Searched: “cause of tides 2026”");
          }
          try (Stand stand = Stand.open(420, 900, theme)) {
            stand.show(Samples.turn(1, "Show me everything", Samples.complete(ALL)));
            FxTop.scrollToTop(stand);
            stand.picture("markdown-" + name);
            assertThat(stand.text()).contains("<script>alert(1)</script>");
          }
          try (Stand stand = Stand.open(380, 860, theme)) {
            stand.show(
                Samples.turn(
                    1,
                    "Explain tides",
                    Samples.failed(
                        new Failure(
                            FailureKind.RATE_LIMIT,
                            429,
                            "Anthropic asks to wait; the limit is 50 requests a minute.",
                            12.0))),
                Samples.turn(
                    2,
                    "Again",
                    Samples.failed(
                        Failure.of(FailureKind.AUTH, "The provider refused the key."),
                        Samples.text("Twice a day the sea rises"))),
                Samples.turn(
                    3,
                    "And again",
                    Samples.reply(
                        3,
                        ReplyState.STREAMING,
                        Outcome.NONE,
                        new Timing(200L, null, 2_400L, null),
                        Samples.thought(
                            "First I should *consider* the moon.\n\nThen the sun.", 2_200L))),
                Samples.turn(
                    4,
                    "Call",
                    Samples.reply(
                        4,
                        ReplyState.STOPPED,
                        Outcome.NONE,
                        new Timing(null, 900L, 2_400L, 2_500L),
                        Samples.text("Let me look."),
                        new Passage(
                            Passage.Kind.TOOL_CALL, "search({\"query\":\"tides\"})", null))));
            stand.picture("states-" + name);
            assertThat(stand.text()).contains("Rate limit. Anthropic asks to wait");
          }
        });
  }

  @Test
  void codeTablesAndSourcesCanBeLookedAt() {
    THEMES.forEach(
        (name, theme) -> {
          try (Stand stand = Stand.open(640, 900, theme)) {
            stand.show(
                Samples.turn(
                    1,
                    "Code, please",
                    Samples.reply(
                        1,
                        ReplyState.COMPLETE,
                        Samples.GOOD,
                        Samples.TIMED,
                        Samples.text(BoxSamples.CODE),
                        new Passage(
                            Passage.Kind.TOOL_CALL,
                            "search({\"query\":\"tides\",\"n\":[1,2]})",
                            null))));
            stand.picture("code-" + name);
            stand
                .nodes(ToggleButton.class, button -> true)
                .forEach(button -> FxThread.run(button::fire));
            stand.settle();
            stand.picture("code-unbroken-" + name);
            assertThat(stand.text()).contains("def tide(hour: float");
          }
          try (Stand stand = Stand.open(460, 900, theme)) {
            stand.show(
                Samples.turn(
                    1,
                    "Tables, please",
                    Samples.cited(
                        1,
                        ReplyState.COMPLETE,
                        Samples.GOOD,
                        Samples.TIMED,
                        List.of(
                            new Part.Citation("https://sea.example/tides", "What causes tides?"),
                            new Part.Citation("https://moon.example", null)),
                        Samples.text(BoxSamples.TABLES))));
            FxTop.scrollToTop(stand);
            stand.picture("tables-" + name);
            assertThat(stand.text()).contains("Bay of Fundy\t16 m");
          }
        });
  }

  /** Replies with everything that can stand under their words. */
  private static final class Details {
    static Snapshot searched() {
      Outcome outcome =
          new Outcome(
              new Outcome.Origin("grok-4.3-0709", "req-1"),
              "length",
              Usage.of(312L, 540L, 40L, 412L),
              Cost.reported(new BigDecimal("0.0091"), "USD"),
              List.of(
                  Warning.of(
                      Setting.REASONING_EFFORT,
                      "Reasoning \"max\" was sent as \"high\", the most grok-4.3 takes."),
                  Warning.of(
                      Setting.TEMPERATURE, "grok-4.3 takes no temperature; it was left out.")),
              null);
      Snapshot.Content content =
          new Snapshot.Content(
              List.of(
                  Samples.thought("Let me look.", 3_100L),
                  Samples.text("The **moon** pulls at the water, twice a day.")),
              List.of(
                  new Part.Citation("https://oceanservice.noaa.gov/tides", "What causes tides?"),
                  new Part.Citation("https://example.org/moon", null),
                  new Part.Citation(
                      "https://www.example.com/a",
                      "A very long title of a page that goes on and on beyond what fits")),
              List.of(new Part.Search("cause of tides 2026"), new Part.Search("spring tide")),
              List.of());
      return new Snapshot(
          Samples.id(1),
          ReplyState.COMPLETE,
          content,
          outcome,
          Samples.TIMED,
          Snapshot.Trouble.NONE);
    }

    static Snapshot waiting() {
      return new Snapshot(
          Samples.id(2),
          ReplyState.WAITING,
          Snapshot.Content.NONE,
          Outcome.NONE,
          Timing.NONE,
          new Snapshot.Trouble(
              new Snapshot.Retry(
                  2, 3, 11.6, "xAI asks to wait; the limit is 50 requests a minute."),
              null));
    }

    static Snapshot longWait() {
      return Samples.reply(
          3,
          ReplyState.FAILED,
          Outcome.NONE.with(
              new Failure(FailureKind.RATE_LIMIT, 429, "The daily limit is reached.", 1_260.0)),
          Timing.NONE);
    }
  }
}
