package dev.polylogue.history;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Title;
import dev.polylogue.conversation.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes one comparison after the other up, with panes, turns, alternatives and tags. */
final class SyntheticComparisons {
  private static final Instant BEGIN = Instant.parse("2023-01-01T08:00:00Z");

  private static final List<ModelRef> MODELS =
      List.of(
          ModelRef.parse("sandbox/scribe"),
          ModelRef.parse("sandbox/thinker"),
          ModelRef.parse("xai/grok-3"),
          ModelRef.parse("azure/grok-3"),
          ModelRef.parse("openai/gpt-5"),
          ModelRef.parse("anthropic/claude-sonnet-4"));

  private static final List<String> TAGS =
      List.of("work", "home", "research", "code", "travel", "draft");

  private final RandomGenerator random;
  private final SyntheticText text;
  private Instant now = BEGIN;

  SyntheticComparisons(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.text = new SyntheticText(random);
  }

  /**
   * @param messages prompts and replies in it
   */
  record Made(Comparison comparison, List<String> tags, int messages) {}

  Made next() {
    now = now.plus(Duration.ofMinutes(1 + random.nextInt(30)));
    Instant created = now;
    SyntheticText.Language language = text.language();
    int panes = 1 + random.nextInt(4);
    int turns = 1 + Math.min(39, (int) (-4 * Math.log(1 - random.nextDouble())));
    List<Turn> asked = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      now = now.plusSeconds(5 + random.nextInt(240));
      asked.add(new Turn(id(), Message.user(text.prompt(language)), now));
    }
    int messages = turns;
    List<Pane> row = new ArrayList<>();
    int first = random.nextInt(MODELS.size());
    for (int i = 0; i < panes; i++) {
      ModelRef model = MODELS.get((first + i) % MODELS.size());
      List<Answer> answers = new ArrayList<>();
      for (Turn turn : asked) {
        int alternatives = random.nextInt(12) == 0 ? 2 : 1;
        messages += alternatives;
        answers.add(answer(turn, model, language, alternatives));
      }
      row.add(new Pane(id(), model, Parameters.NONE, true, answers));
    }
    List<String> tags =
        random.nextInt(8) == 0 ? List.of(TAGS.get(random.nextInt(TAGS.size()))) : List.of();
    String title = Title.of(asked.getFirst().user().text());
    return new Made(new Comparison(id(), title, created, row, asked, ""), tags, messages);
  }

  private Answer answer(
      Turn turn, ModelRef model, SyntheticText.Language language, int alternatives) {
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < alternatives; i++) {
      List<Part> parts = new ArrayList<>();
      if (random.nextInt(6) == 0) {
        parts.add(new Part.Reasoning(text.answer(language), 1_000L + random.nextInt(9_000)));
      }
      parts.add(new Part.Text(text.answer(language)));
      long firstToken = 200L + random.nextInt(900);
      long last = firstToken + 500L + random.nextInt(9_000);
      replies.add(
          new Reply(
              id(),
              model,
              ReplyState.COMPLETE,
              parts,
              Outcome.NONE,
              new Timing(null, firstToken, last, last + 20)));
    }
    return new Answer(turn.id(), replies, replies.size() - 1);
  }

  /** Of version 7, as real ones: they grow with time. */
  private UUID id() {
    long millis = now.toEpochMilli();
    long high = millis << 16 | 0x7000 | random.nextInt(1 << 12);
    return new UUID(high, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE);
  }
}
