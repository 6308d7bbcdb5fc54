package dev.polylogue.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Price;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.fx.Drafts;
import dev.polylogue.ui.kit.HostQuestion;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerViewModelTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  private static final Expectation.Target FREE = new Expectation.Target(null, true, 0);
  private static final Expectation.Target UNPRICED = new Expectation.Target(null, false, 0);

  private Box box;
  @TempDir private Path home;
  private Bench bench;
  private AttachmentsViewModel attachments;
  private ComposerViewModel composer;
  private final List<Exception> trouble = new ArrayList<>();

  @BeforeEach
  void show() throws Exception {
    bench = new Bench(home);
    bench
        .services
        .providers()
        .add(
            new ProviderSettings(
                "far",
                Protocol.OPENAI_CHAT,
                URI.create("https://pictures.example/v1"),
                KeyPlace.NONE,
                Map.of(),
                Map.of()));
    box =
        new Box(
            new HostQuestion(
                bench.services.providers().pictureHosts(),
                new OnTheSpot(),
                Bench.TEXTS,
                trouble::add));
    attachments =
        new AttachmentsViewModel(
            bench.services.compare().attachments(), new OnTheSpot(), Bench.TEXTS);
    composer = new ComposerViewModel(box, attachments, Bench.TEXTS);
    composer.show(ONE, "");
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(trouble).isEmpty();
  }

  private Blob picture() throws Exception {
    ImageIO.write(
        new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
        "png",
        home.resolve("bay.png").toFile());
    return bench.services.compare().attachments().add(home.resolve("bay.png"));
  }

  @Test
  void theFirstPictureForAHostWaitsForAYes_T28() throws Exception {
    picture();
    attachments.add(List.of(home.resolve("bay.png")));
    composer.textProperty().set("What is this?");
    composer.send();
    assertThat(box.sent).isEmpty();
    assertThat(box.hosts.wordsProperty().get()).contains("pictures.example (provider far)");

    box.hosts.keep();
    assertThat(box.sent).isEmpty();
    assertThat(attachments.files()).hasSize(1);
    assertThat(composer.textProperty().get()).isEqualTo("What is this?");

    composer.send();
    box.hosts.send();
    assertThat(box.sent).containsExactly("What is this?");
    assertThat(box.attached).hasSize(1);

    attachments.add(List.of(home.resolve("bay.png")));
    composer.textProperty().set("And this?");
    composer.send();
    assertThat(box.sent).as("asked once a host").hasSize(2);
  }

  @Test
  void thePictureOfAMessageThatIsEditedWaitsForAYesToo_T28() throws Exception {
    box.last = new Earlier(new Prompt("Why?", List.of(picture())));
    composer.editLast();
    composer.textProperty().set("Why not?");
    composer.send();
    assertThat(box.sent).isEmpty();
    box.hosts.send();
    assertThat(box.sent).containsExactly("again: Why not?");
  }

  @Test
  void wordsNeedNoYesButAPictureFurtherUpDoes_T28() {
    composer.textProperty().set("Why?");
    composer.send();
    assertThat(box.sent).containsExactly("Why?");

    box.pictured = true;
    composer.textProperty().set("And now?");
    composer.send();
    assertThat(box.sent).hasSize(1);
    assertThat(box.hosts.wordsProperty().get()).isNotEmpty();
  }

  /** Else a yes would go for what was written since, or for another comparison. */
  @Test
  void theQuestionIsWithdrawnWhenSomethingElseIsWanted_T28() {
    box.pictured = true;
    composer.textProperty().set("Why?");
    composer.send();
    composer.textProperty().set("Why not?");
    assertThat(box.hosts.wordsProperty().get()).isEmpty();

    composer.send();
    composer.show(TWO, "Why not?");
    assertThat(box.hosts.wordsProperty().get()).isEmpty();
    box.hosts.send();
    assertThat(box.sent).isEmpty();
  }

  @Test
  void aReasonThatStandsRefusesEveryPrompt_D11() {
    box.refusal = "Nothing can be sent.";
    ComposerViewModel refusing = new ComposerViewModel(box, attachments, Bench.TEXTS);
    refusing.textProperty().set("Tides?");

    refusing.send();
    refusing.sendToCurrent();

    assertThat(box.sent).isEmpty();
    assertThat(refusing.statusProperty().get()).isEqualTo("Nothing can be sent.");
    assertThat(refusing.textProperty().get()).as("it is not lost").isEqualTo("Tides?");
  }

  @Test
  void whatIsAttachedGoesAlongAndComesBackWhenItWasRefused() throws Exception {
    attachments.add(List.of(Files.writeString(home.resolve("notes.txt"), "Low tide at noon.")));
    composer.textProperty().set("Why?");
    box.refuse = true;
    composer.send();
    assertThat(attachments.files()).hasSize(1);
    box.refuse = false;
    composer.send();
    assertThat(box.attached).extracting(Blob::name).containsExactly("notes.txt");
    assertThat(attachments.files()).isEmpty();
  }

  @Test
  void nothingIsSentWhileAFileIsStillRead() throws Exception {
    OnTheSpot work = new OnTheSpot();
    work.hold();
    AttachmentsViewModel slow =
        new AttachmentsViewModel(bench.services.compare().attachments(), work, Bench.TEXTS);
    ComposerViewModel waiting = new ComposerViewModel(box, slow, Bench.TEXTS);
    waiting.textProperty().set("Why?");
    slow.add(List.of(Files.writeString(home.resolve("notes.txt"), "Low tide at noon.")));
    waiting.send();
    assertThat(box.sent).isEmpty();
    work.letGo();
    waiting.send();
    assertThat(box.attached).hasSize(1);
  }

  @Test
  void fiftyFastEntersSendOnePrompt_T30() {
    composer.textProperty().set("Why?");
    for (int i = 0; i < 50; i++) {
      composer.send();
    }
    assertThat(box.sent).containsExactly("Why?");
    assertThat(composer.textProperty().get()).isEmpty();
  }

  @Test
  void nothingIsSentWhileThereIsNothingToSay() {
    composer.textProperty().set(" \n ");
    assertThat(composer.sendableProperty().get()).isFalse();
    composer.send();
    assertThat(box.sent).isEmpty();
  }

  @Test
  void whatCouldNotBeSentIsMarkedUntilItCanBe() {
    composer.textProperty().set("Why?");
    box.busy.set(1);
    composer.send();
    assertThat(composer.heldBackProperty().get()).as("asked for in vain").isTrue();
    composer.textProperty().set("Why not?");
    assertThat(composer.heldBackProperty().get()).as("while it is written").isFalse();
    composer.send();
    box.busy.set(0);
    assertThat(composer.heldBackProperty().get()).as("once it can go").isFalse();
    assertThat(box.sent).isEmpty();
  }

  @Test
  void whileAPaneAnswersNothingGoesToAllAndTheReasonIsSaid() {
    composer.textProperty().set("Why?");
    box.busy.set(1);
    assertThat(composer.sendableProperty().get()).isFalse();
    assertThat(composer.statusProperty().get()).isEqualTo("1 pane is still answering");
    assertThat(composer.sendableToCurrentProperty().get()).isTrue();
    composer.sendToCurrent();
    assertThat(box.sent).containsExactly("current: Why?");
  }

  @Test
  void aPromptThatWasRefusedComesBack() {
    box.refuse = true;
    composer.textProperty().set("Why?");
    composer.send();
    assertThat(composer.textProperty().get()).isEqualTo("Why?");
  }

  @Test
  void theDraftIsKeptWhenTheReaderTurnsToAnotherComparison() {
    composer.textProperty().set("half a thou");
    composer.show(TWO, "other");
    assertThat(box.drafts).containsExactly(ONE + ": half a thou");
    assertThat(composer.textProperty().get()).isEqualTo("other");
  }

  @Test
  void aDraftThatWasReadBeforeMoreWasTypedDoesNotTakeItsPlace() {
    composer.textProperty().set("half a thou");
    composer.saveDraft();
    composer.textProperty().set("half a thought");
    composer.show(ONE, "half a thou");
    assertThat(composer.textProperty().get()).isEqualTo("half a thought");
    composer.saveDraft();
    assertThat(box.drafts).containsExactly(ONE + ": half a thou", ONE + ": half a thought");
  }

  @Test
  void aDraftThatDidNotChangeIsNotWrittenAgain() {
    composer.textProperty().set("once");
    composer.saveDraft();
    composer.saveDraft();
    assertThat(box.drafts).hasSize(1);
  }

  @Test
  void whatCouldNotBeKeptIsTriedAgainUntilItIs_D15() {
    box.locked = true;
    composer.textProperty().set("half a thought");
    composer.saveDraft();
    assertThat(composer.keepTrying()).isFalse();
    assertThat(box.trouble).as("told once").hasSize(1);

    box.locked = false;
    assertThat(composer.keepTrying()).isTrue();
    assertThat(box.drafts).containsExactly(ONE + ": half a thought");
    composer.keepTrying();
    assertThat(box.drafts).as("once").hasSize(1);
  }

  @Test
  void whatCouldNotBeKeptIsThereAgainAfterALookAtAnotherComparison_D15() {
    box.locked = true;
    composer.textProperty().set("half a thought");
    composer.show(TWO, "other");
    composer.show(ONE, "");

    assertThat(composer.textProperty().get()).isEqualTo("half a thought");
    box.locked = false;
    composer.close();
    assertThat(box.drafts).containsExactly(ONE + ": half a thought");
  }

  @Test
  void atTheEndItIsTriedOnceMoreBehindWhatMayYetFail_D15() {
    box.work.hold();
    box.locked = true;
    composer.textProperty().set("half a thought");
    composer.saveDraft();
    composer.close();
    box.work.next();
    box.locked = false;
    box.work.letGo();

    assertThat(box.drafts).containsExactly(ONE + ": half a thought");
  }

  @Test
  void aPromptThatCameBackUnderALockIsKeptAsADraft_D15() {
    box.locked = true;
    box.refuse = true;
    composer.textProperty().set("Why?");
    composer.send();
    box.locked = false;
    composer.keepTrying();
    assertThat(box.drafts).containsExactly(ONE + ": Why?");
  }

  @Test
  void whatCouldNotBeKeptAndWasSentIsNoDraftAnyMore_D15() {
    box.locked = true;
    composer.textProperty().set("Why?");
    composer.saveDraft();
    box.locked = false;
    composer.send();
    assertThat(composer.keepTrying()).isTrue();
    assertThat(box.drafts).isEmpty();
  }

  @Test
  void whatWasSentIsNoDraftAnyMore() {
    composer.textProperty().set("Why?");
    composer.send();
    composer.saveDraft();
    assertThat(box.drafts).isEmpty();
  }

  @Test
  void whatLooksLikeAKeyIsAskedAboutAndNotSentByOneMoreEnter_T27() {
    String prompt = "Why is gsk_" + "0a".repeat(20) + " refused?";
    composer.textProperty().set(prompt);
    for (int i = 0; i < 50; i++) {
      composer.send();
    }
    assertThat(box.sent).isEmpty();
    assertThat(composer.keyWarningProperty().get()).contains("gsk_0a…").doesNotContain("0a0a");
    composer.keepUnsent();
    assertThat(composer.keyWarningProperty().get()).isEmpty();
    assertThat(composer.textProperty().get()).isEqualTo(prompt);
    composer.sendDespiteKey();
    assertThat(box.sent).isEmpty();
    composer.sendToCurrent();
    composer.sendDespiteKey();
    composer.sendDespiteKey();
    assertThat(box.sent).containsExactly("current: " + prompt);
    assertThat(composer.keyWarningProperty().get()).isEmpty();
  }

  @Test
  void theQuestionAboutAKeyGoesWhenThePromptIsChanged_T27() {
    composer.textProperty().set("gsk_" + "0a".repeat(20));
    composer.send();
    composer.textProperty().set("Why?");
    assertThat(composer.keyWarningProperty().get()).isEmpty();
    composer.send();
    assertThat(box.sent).containsExactly("Why?");
  }

  @Test
  void theNumberOfPanesIsShown() {
    assertThat(composer.statusProperty().get()).isEqualTo("3 panes");
  }

  private static Expectation.Target priced(String input, String output, long before) {
    Price.Rate rate = new Price.Rate(0, new BigDecimal(input), null, null, new BigDecimal(output));
    Price price =
        new Price("m", List.of(rate), null, "USD", "the price list", LocalDate.of(2026, 3, 1));
    return new Expectation.Target(price, false, before);
  }

  @Test
  void thePriceToExpectIsOfThePromptTheThreadAndFiveHundredTokensOfAnswer() {
    // 2 x (4,000 characters = 1,000 tokens at $3) + 2 x (500 tokens at $15): 0.006 + 0.015
    composer.textProperty().set("x".repeat(2_000));
    box.targets.set(List.of(priced("3", "15", 2_000), priced("3", "15", 2_000)));
    assertThat(composer.statusProperty().get()).isEqualTo("2 panes · ≈ $0.021");
  }

  @Test
  void aPriceThatNobodyKnowsIsSaidAndNeverGuessed() {
    box.targets.set(List.of(priced("0", "10", 0), UNPRICED, FREE));
    assertThat(composer.statusProperty().get())
        .as("before anything is written")
        .isEqualTo("3 panes");
    composer.textProperty().set("Why?");
    assertThat(composer.statusProperty().get())
        .isEqualTo("3 panes · ≈ $0.005, price unknown for 1 pane");
    box.targets.set(List.of(UNPRICED, FREE));
    assertThat(composer.statusProperty().get()).isEqualTo("2 panes · price unknown");
  }

  /** A message that went to two panes, with a file. */
  private final class Earlier implements Outbox.Sent {
    private final Prompt prompt;

    Earlier(Prompt prompt) {
      this.prompt = prompt;
    }

    @Override
    public Prompt prompt() {
      return prompt;
    }

    @Override
    public List<String> addressees() {
      return List.of("scribe", "thinker");
    }

    @Override
    public List<Expectation.Target> targets() {
      return List.of(FREE, FREE);
    }

    @Override
    public List<ModelRef> sentPictures(boolean attached) {
      return box.sentPictures(false, attached);
    }

    @Override
    public void resend(Prompt changed, Runnable refused) {
      if (box.refuse) {
        refused.run();
      } else {
        box.sent.add("again: " + changed.text());
        box.attached.addAll(changed.attachments());
      }
    }
  }

  private Blob file(String name) throws Exception {
    return bench.services.compare().attachments().add(Files.writeString(home.resolve(name), name));
  }

  @Test
  void theArrowUpInAnEmptyComposerEditsTheLastMessageWithItsFiles() throws Exception {
    box.panes.set(3);
    box.last = new Earlier(new Prompt("Why?", List.of(file("tides.txt"))));
    assertThat(composer.editLast()).isTrue();
    assertThat(composer.textProperty().get()).isEqualTo("Why?");
    assertThat(composer.statusProperty().get()).isEqualTo("2 of 3 panes");
    composer.textProperty().set("Why not?");
    composer.send();
    assertThat(box.sent).containsExactly("again: Why not?");
    assertThat(box.attached).extracting(Blob::name).containsExactly("tides.txt");
    assertThat(composer.editingProperty().get()).isNull();
    assertThat(composer.textProperty().get()).isEmpty();
  }

  @Test
  void theArrowUpLeavesWhatIsBeingWritten() {
    box.last = new Earlier(Prompt.of("Why?"));
    composer.textProperty().set("half a thought");
    assertThat(composer.editLast()).isFalse();
    assertThat(composer.textProperty().get()).isEqualTo("half a thought");
  }

  @Test
  void whatWasBeingWrittenComesBackWhenTheEditingIsLeft() throws Exception {
    attachments.add(List.of(Files.writeString(home.resolve("notes.txt"), "Low tide.")));
    composer.textProperty().set("half a thought");
    composer.edit(new Earlier(new Prompt("Why?", List.of(file("tides.txt")))));
    composer.textProperty().set("Why not");
    composer.saveDraft();
    assertThat(box.drafts).containsExactly(ONE + ": half a thought");
    composer.leaveEditing();
    assertThat(composer.textProperty().get()).isEqualTo("half a thought");
    assertThat(attachments.files()).extracting(Blob::name).containsExactly("notes.txt");
    assertThat(box.sent).isEmpty();
  }

  @Test
  void theSameComparisonReadAgainLeavesTheEditing() {
    composer.edit(new Earlier(Prompt.of("Why?")));
    composer.textProperty().set("Why not?");
    composer.show(ONE, "");
    assertThat(composer.editingProperty().get()).isNotNull();
    assertThat(composer.textProperty().get()).isEqualTo("Why not?");
  }

  @Test
  void anotherComparisonEndsTheEditing() {
    composer.edit(new Earlier(Prompt.of("Why?")));
    composer.show(TWO, "elsewhere");
    assertThat(composer.editingProperty().get()).isNull();
    assertThat(composer.textProperty().get()).isEqualTo("elsewhere");
  }

  @Test
  void anEditThatWasRefusedIsNotLost() {
    composer.textProperty().set("half a thought");
    composer.edit(new Earlier(Prompt.of("Why?")));
    box.refuse = true;
    composer.send();
    assertThat(composer.textProperty().get()).isEqualTo("Why?\nhalf a thought");
  }

  @Test
  void panesOutOfSyncAreCountedApartAndWithoutAnyInSyncNothingIsSent() {
    box.panes.set(3);
    box.targets.set(List.of(FREE, FREE));
    assertThat(composer.statusProperty().get()).isEqualTo("2 of 3 panes");
    box.targets.set(List.of());
    composer.textProperty().set("Why?");
    composer.send();
    assertThat(box.sent).isEmpty();
  }

  private static final class Box implements Outbox {
    final SimpleObjectProperty<List<Expectation.Target>> targets =
        new SimpleObjectProperty<>(List.of(FREE, FREE, FREE));
    final SimpleIntegerProperty busy = new SimpleIntegerProperty();
    final SimpleIntegerProperty panes = new SimpleIntegerProperty(1);
    Outbox.@Nullable Sent last;
    final List<String> sent = new ArrayList<>();
    final List<Blob> attached = new ArrayList<>();
    final List<String> drafts = new ArrayList<>();
    final List<Exception> trouble = new ArrayList<>();
    final OnTheSpot work = new OnTheSpot();
    private final Drafts<UUID, String> store = new Drafts<>(this::keep, work, trouble::add);
    boolean locked;
    final HostQuestion hosts;
    boolean pictured;
    boolean refuse;
    String refusal = "";

    Box(HostQuestion hosts) {
      this.hosts = hosts;
    }

    @Override
    public HostQuestion hosts() {
      return hosts;
    }

    @Override
    public List<ModelRef> sentPictures(boolean currentOnly, boolean attached) {
      return attached || pictured ? List.of(new ModelRef("far", "scribe")) : List.of();
    }

    @Override
    public String refusal() {
      return refusal;
    }

    @Override
    public ObservableValue<List<Expectation.Target>> targets() {
      return targets;
    }

    @Override
    public ObservableIntegerValue panes() {
      return panes;
    }

    @Override
    public ObservableIntegerValue busyPanes() {
      return busy;
    }

    @Override
    public ObservableBooleanValue targetsAreFree() {
      return Bindings.createBooleanBinding(
          () -> busy.get() == 0 && !targets.get().isEmpty(), busy, targets);
    }

    @Override
    public Optional<Outbox.Sent> last() {
      return Optional.ofNullable(last);
    }

    @Override
    public ObservableBooleanValue currentIsFree() {
      return new SimpleBooleanProperty(true);
    }

    @Override
    public ObservableBooleanValue sending() {
      return new SimpleBooleanProperty();
    }

    @Override
    public void send(Prompt prompt, boolean currentOnly, Runnable refused) {
      if (refuse) {
        refused.run();
      } else {
        sent.add(currentOnly ? "current: " + prompt.text() : prompt.text());
        attached.addAll(prompt.attachments());
      }
    }

    @Override
    public void stopAll() {}

    @Override
    public Drafts<UUID, String> drafts() {
      return store;
    }

    private void keep(UUID comparison, String draft) throws IOException {
      if (locked) {
        throw new IOException("The store is in use.");
      }
      drafts.add(comparison + ": " + draft);
    }
  }
}
