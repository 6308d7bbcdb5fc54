package dev.polylogue.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace.Kind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.azure.PinnedRoutes;
import dev.polylogue.secret.SessionStore;
import dev.polylogue.settings.Presets;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.settings.AddProviderViewModel.Field;
import dev.polylogue.ui.settings.RouteLine.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to a deployment on Azure, found in the form. */
class AzureFormTest {
  private static final String TARGET =
      "https://my-resource.openai.azure.com/openai/deployments/my-gpt/chat/completions?api-version=2025-01-01-preview";

  @TempDir private Path home;
  private final SessionStore keychain = new SessionStore();
  private final OnTheSpot work = new OnTheSpot();

  /** What was asked, and with which key. */
  private final List<String> asked = new ArrayList<>();

  private Predicate<ProviderSettings> answers = made -> false;
  private FailureKind failure = FailureKind.NOT_FOUND;
  private Bench bench;
  private ProvidersViewModel lines;
  private AddProviderViewModel form;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home, keychain);
    bench.azure = Asked::new;
    lines =
        new ProvidersViewModel(
            bench.services.setup().doctor(),
            bench.services.providers(),
            work,
            Bench.TEXTS,
            trouble -> {});
    form =
        new AddProviderViewModel(
            bench.services.setup(), bench.services.providers(), work, Bench.TEXTS, lines::show);
    form.openProperty().set(true);
    form.presetProperty().set(Presets.named("azure").orElseThrow());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private final class Asked implements Provider {
    private final ProviderSettings made;
    private final KeySource key;

    Asked(ProviderSettings made, KeySource key) {
      this.made = made;
      this.key = key;
    }

    @Override
    public ChatStream chat(ChatRequest request) {
      return new ChatStream() {
        @Override
        public ChatEvent next() throws ProviderException {
          asked.add(made.protocol().word() + " " + made.baseUrl() + " " + key.key().orElse("none"));
          if (answers.test(made)) {
            return null;
          }
          throw ProviderException.failed(failure, "The provider’s words.");
        }

        @Override
        public Phase phase() {
          return Phase.WAITING;
        }

        @Override
        public List<Exchange> exchanges() {
          return List.of();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public List<ModelCard> models() {
      return List.of(ModelCard.named(new ModelRef(made.id(), "m")));
    }
  }

  private void type(Field field, String text) {
    form.textProperty(field).set(text);
  }

  private List<State> states() {
    return form.routes().lines().stream().map(line -> line.stateProperty().get()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TARGET,
        "https://my-resource.openai.azure.com/",
        "https://my-resource.services.ai.azure.com/api/projects/my-project",
        "my-resource.cognitiveservices.azure.com"
      })
  void whateverThePortalShowsIsTakenApartAsItIsTypedAndNobodyIsAsked(String pasted) {
    type(Field.ADDRESS, pasted);
    type(Field.DEPLOYMENT, "my-gpt");
    assertThat(form.routes().lines()).hasSizeGreaterThan(2);
    assertThat(form.routes().promiseProperty().get())
        .matches("Try them: up to \\d+ one-token calls to .*my-resource\\..*");
    assertThat(asked).isEmpty();
  }

  @Test
  void theFirstRouteThatWorksIsPinnedAndTheKeyIsStoredForItsOriginOnly() throws Exception {
    type(Field.ADDRESS, TARGET);
    form.key().keyProperty().set("typed-key-of-this-test");
    answers = made -> made.protocol() == Protocol.OPENAI_RESPONSES;
    form.testAndAdd();
    assertThat(asked).hasSize(2).allMatch(call -> call.endsWith(" typed-key-of-this-test"));
    ProviderSettings added = bench.services.providers().find("azure").orElseThrow();
    assertThat(PinnedRoutes.of(added).get("my-gpt").address())
        .isEqualTo("https://my-resource.openai.azure.com/openai/v1/responses");
    assertThat(added.options()).containsEntry("search", "web_search");
    assertThat(added.key().kind()).isEqualTo(Kind.KEYCHAIN);
    assertThat(keychain.get("azure @ https://my-resource.openai.azure.com:443"))
        .contains("typed-key-of-this-test");
    assertThat(keychain.get("azure @ https://my-resource.services.ai.azure.com:443")).isEmpty();
    assertThat(form.openProperty().get()).isFalse();
    assertThat(lines.lines().getLast().findingProperty().get())
        .isEqualTo("Answers by v1 Responses");
  }

  @Test
  void aRefusedKeyEndsTheTrialAndTheWordsOfTheProviderAreShown() {
    type(Field.ADDRESS, TARGET);
    form.key().keyProperty().set("wrong");
    failure = FailureKind.AUTH;
    form.testAndAdd();
    assertThat(asked).hasSize(1);
    assertThat(states().getFirst()).isEqualTo(State.FAILED);
    assertThat(states().subList(1, states().size())).containsOnly(State.UNTRIED);
    assertThat(form.routes().lines().getFirst().wordsProperty().get())
        .isEqualTo("The provider’s words.");
    assertThat(form.routes().outcomeProperty().get()).contains("refused");
    assertThat(bench.services.providers().all()).hasSize(1);
  }

  @Test
  void whereNoRouteWorksNothingIsAddedAndTheFormStays() {
    type(Field.ADDRESS, TARGET);
    form.key().keyProperty().set("k");
    form.testAndAdd();
    assertThat(states()).containsOnly(State.FAILED);
    assertThat(form.routes().outcomeProperty().get()).contains("my-gpt");
    assertThat(form.progressProperty().get()).isEmpty();
    assertThat(form.openProperty().get()).isTrue();
    assertThat(bench.services.providers().all()).hasSize(1);
  }

  @Test
  void aTrialThatIsStoppedAsksNobodyElseAndAddsNothing() {
    type(Field.ADDRESS, TARGET);
    form.key().keyProperty().set("k");
    answers = made -> true;
    work.hold();
    form.testAndAdd();
    assertThat(states().getFirst()).isEqualTo(State.TRYING);
    assertThat(states().get(1)).isEqualTo(State.WAITING);
    form.routes().stop();
    work.letGo();
    assertThat(asked).hasSizeLessThan(2);
    assertThat(states()).containsOnly(State.UNTRIED);
    assertThat(form.progressProperty().get()).isEmpty();
    assertThat(bench.services.providers().all()).hasSize(1);
  }

  @Test
  void withoutATrialTheLikeliestRouteIsKept() {
    type(Field.ADDRESS, "https://my-resource.openai.azure.com/");
    type(Field.DEPLOYMENT, "my-gpt");
    form.key().keyProperty().set("k");
    form.add();
    assertThat(asked).isEmpty();
    ProviderSettings added = bench.services.providers().find("azure").orElseThrow();
    assertThat(PinnedRoutes.of(added)).containsOnlyKeys("my-gpt");
    assertThat(added.protocol()).isEqualTo(Protocol.OPENAI_RESPONSES);
  }

  @Test
  void whatIsMissingIsSaidNextToItsField() {
    form.key().keyProperty().set("k");
    form.testAndAdd();
    assertThat(form.errorProperty(Field.ADDRESS).get()).isNotEmpty();
    type(Field.ADDRESS, "https://my-resource.openai.azure.com/");
    assertThat(form.errorProperty(Field.ADDRESS).get()).isEmpty();
    form.testAndAdd();
    assertThat(form.errorProperty(Field.DEPLOYMENT).get()).isNotEmpty();
    type(Field.DEPLOYMENT, "my-gpt");
    assertThat(form.errorProperty(Field.DEPLOYMENT).get()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void aSecondDeploymentIsPinnedNextToTheFirst_T09() {
    withoutATrialTheLikeliestRouteIsKept();
    DeploymentViewModel more = lines.lines().getLast().deployment();
    more.begin();
    more.deploymentProperty().set("my-grok");
    assertThat(more.routes().lines())
        .isNotEmpty()
        .allMatch(line -> line.route().baseUrl().getHost().equals("my-resource.openai.azure.com"));
    answers = made -> made.protocol() == Protocol.OPENAI_CHAT;
    more.tryOut();
    ProviderSettings now = bench.services.providers().find("azure").orElseThrow();
    assertThat(PinnedRoutes.of(now)).containsOnlyKeys("my-gpt", "my-grok");
    assertThat(PinnedRoutes.of(now).get("my-grok").protocol()).isEqualTo(Protocol.OPENAI_CHAT);
    assertThat(asked).allMatch(call -> call.endsWith(" k"));
    more = lines.lines().getLast().deployment();
    more.addressProperty().set("https://another.openai.azure.com/");
    more.deploymentProperty().set("d");
    more.tryOut();
    assertThat(more.problemProperty().get()).contains("another host");
  }
}
