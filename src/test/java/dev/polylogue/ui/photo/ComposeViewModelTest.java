package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.ui.Bench;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposeViewModelTest {
  private static final ModelRef FREE = new ModelRef("sandbox", "darkroom");
  private static final ModelRef LISTED = new ModelRef("maker", "listed");
  private static final ModelRef UNLISTED = new ModelRef("maker", "unlisted");

  private final ComposeViewModel compose =
      new ComposeViewModel(
          new ComposeViewModel.Prices(
              ComposeViewModelTest::card, ComposeViewModelTest::price, "sandbox"),
          Bench.TEXTS);

  private static ModelCard card(ModelRef ref) {
    Set<Capability> edits = Set.of(Capability.EDITS);
    return ref.equals(LISTED)
        ? ModelCard.named(ref)
            .with(new ModelFacts(true, edits, ModelFacts.Limits.UNKNOWN, null, null, null))
        : ModelCard.named(ref);
  }

  private static Optional<BigDecimal> price(ModelCard card, PictureOptions options) {
    return card.ref().equals(LISTED)
        ? Optional.of(new BigDecimal("0.04").multiply(BigDecimal.valueOf(options.n())))
        : Optional.empty();
  }

  private String said(ModelRef... models) {
    compose.models().setAll(models);
    return compose.statusProperty().get();
  }

  @Test
  void aPriceThatNobodyKnowsIsSaidToBeUnknown() {
    assertThat(said()).isEqualTo("Choose a model");
    assertThat(said(FREE)).isEqualTo("1 model · free");
    assertThat(said(UNLISTED)).isEqualTo("1 model · price unknown");
    assertThat(said(LISTED, FREE)).isEqualTo("2 models · ≈ $0.04");
    assertThat(said(LISTED, UNLISTED)).isEqualTo("2 models · ≈ $0.04, 1 unknown");
  }

  @Test
  void morePicturesCostMore() {
    compose.countProperty().set(3);

    assertThat(said(LISTED)).isEqualTo("1 model · ≈ $0.12");
  }

  @Test
  void whatAModelAskedForBeforeIsExpectedAgain() {
    compose.paid(UNLISTED, Cost.reported(new BigDecimal("0.10"), "USD"), 2);

    assertThat(said(UNLISTED)).isEqualTo("1 model · ≈ $0.05");
  }

  @Test
  void onlyAModelThatIsKnownToTakeNoMaskIsGreyed() {
    assertThat(compose.maskRefusal(LISTED)).contains("listed takes no mask");
    assertThat(compose.maskRefusal(UNLISTED)).isNull();
  }

  @Test
  void whatIsLeftAloneIsLeftToTheModel() {
    assertThat(compose.options()).isEqualTo(PictureOptions.USUAL);
    compose.sizeProperty().set("16:9");
    compose.qualityProperty().set("high");

    assertThat(compose.options()).isEqualTo(new PictureOptions("16:9", "high", 1, null, null));
  }
}
