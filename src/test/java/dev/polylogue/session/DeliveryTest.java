package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.attachment.PdfText;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Warning;
import dev.polylogue.history.BlobStore;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
  private static final ModelRef MODEL = new ModelRef("p", "grok-4.3");

  private final Map<Blob, Bytes> files = new HashMap<>();
  private final Delivery delivery = new Delivery(new PdfText());
  private ModelFacts facts = ModelFacts.UNKNOWN;
  private Map<String, String> options = Map.of();
  private final Blob pdf = file(Made.pdf("Tides rise.", "Tides fall."), "application/pdf", "t.pdf");
  private final Blob picture = file(Bytes.of("pixels"), "image/png", "a.png");

  private Blob file(Bytes bytes, String mediaType, String name) {
    Blob blob = BlobStore.describe(bytes, mediaType, name);
    files.put(blob, bytes);
    return blob;
  }

  private Bytes read(Blob blob) throws IOException {
    Bytes bytes = files.get(blob);
    if (bytes == null) {
      throw new IOException("The file " + blob.name() + " is missing from the data folder.");
    }
    return bytes;
  }

  private void knowing(Capability... can) {
    facts = new ModelFacts(true, Set.of(can), ModelFacts.Limits.UNKNOWN, null, null, null);
  }

  private Delivery.Prepared prepare(Protocol protocol, List<Message> messages) {
    ChatRequest request =
        new ChatRequest(ModelCard.named(MODEL).with(facts), Parameters.NONE, messages, this::read);
    return delivery.prepare(
        request,
        new ProviderSettings(
            "p",
            protocol,
            URI.create("https://api.example.com"),
            KeyPlace.NONE,
            Map.of(),
            options));
  }

  private Delivery.Prepared prepare(Protocol protocol, Blob... attached) {
    return prepare(protocol, List.of(new Prompt("Why?", List.of(attached)).message()));
  }

  private static List<String> sentences(Delivery.Prepared prepared) {
    assertThat(prepared.warnings()).extracting(Warning::about).containsOnly("attachment");
    return prepared.warnings().stream().map(Warning::message).toList();
  }

  private static List<Part> parts(Delivery.Prepared prepared, int message) {
    return prepared.request().messages().get(message).parts();
  }

  @Test
  void aThreadOfWordsGoesUntouched() {
    ChatRequest plain =
        new ChatRequest(
            ModelCard.named(MODEL), Parameters.NONE, List.of(Message.user("Why?")), this::read);
    Delivery.Prepared prepared =
        delivery.prepare(
            plain,
            new ProviderSettings(
                "p",
                Protocol.GEMINI,
                URI.create("https://api.example.com"),
                KeyPlace.NONE,
                Map.of(),
                Map.of()));
    assertThat(prepared.request()).isSameAs(plain);
    assertThat(prepared.warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ANTHROPIC", "GEMINI", "OPENAI_RESPONSES"})
  void aPdfGoesAsItIsWhereTheProtocolHasAForm(Protocol protocol) throws Exception {
    Delivery.Prepared prepared = prepare(protocol, pdf);
    assertThat(prepared.warnings()).isEmpty();
    assertThat(parts(prepared, 0)).contains(new Part.Document(pdf));
    assertThat(prepared.request().files().read(pdf)).isEqualTo(files.get(pdf));
  }

  @Test
  void elsewhereItGoesAsTextAndTheReplySaysSo() throws Exception {
    Delivery.Prepared prepared = prepare(Protocol.OPENAI_CHAT, pdf);
    assertThat(sentences(prepared))
        .containsExactly("t.pdf was sent as text, 2 pages; pictures in it were left out.");
    Part.Document sent = (Part.Document) parts(prepared, 0).getFirst();
    assertThat(sent.blob().mediaType()).isEqualTo("text/plain");
    assertThat(sent.blob().name()).isEqualTo("t.pdf");
    assertThat(prepared.request().files().read(sent.blob()).text())
        .contains("Page 1\n\nTides rise.");
  }

  @Test
  void chatCompletionsTakeAPdfWhereTheProviderOrTheModelIsKnownTo() {
    options = Map.of("pdf", "native");
    assertThat(prepare(Protocol.OPENAI_CHAT, pdf).warnings()).isEmpty();
    options = Map.of();
    knowing(Capability.PDF);
    assertThat(prepare(Protocol.OPENAI_CHAT, pdf).warnings()).isEmpty();
    knowing(Capability.PICTURES);
    assertThat(prepare(Protocol.ANTHROPIC, pdf).warnings()).hasSize(1);
  }

  @Test
  void aScanThatNoModelHereCanReadIsLeftOut() {
    Blob scan = file(Made.pdf(""), "application/pdf", "scan.pdf");
    Delivery.Prepared prepared = prepare(Protocol.OPENAI_CHAT, scan);
    assertThat(sentences(prepared))
        .containsExactly(
            "scan.pdf was left out: grok-4.3 takes no PDF, only its text. No text was found in"
                + " scan.pdf: it may be a scan.");
    assertThat(parts(prepared, 0)).containsExactly(new Part.Text("Why?"));
  }

  @Test
  void aModelWithoutEyesGetsNoPicture() {
    knowing(Capability.SEARCH);
    Delivery.Prepared prepared = prepare(Protocol.OPENAI_CHAT, picture);
    assertThat(sentences(prepared))
        .containsExactly("a.png was left out: grok-4.3 takes no pictures.");
    assertThat(parts(prepared, 0)).containsExactly(new Part.Text("Why?"));
    facts = ModelFacts.UNKNOWN;
    assertThat(prepare(Protocol.OPENAI_CHAT, picture).warnings()).isEmpty();
  }

  @Test
  void aTextFileGoesAlong() throws Exception {
    Blob text = file(Bytes.of("Low tide."), "text/plain", "a.txt");
    Delivery.Prepared prepared = prepare(Protocol.OPENAI_CHAT, text);
    assertThat(prepared.warnings()).isEmpty();
    assertThat(prepared.request().files().read(text).text()).isEqualTo("Low tide.");
  }

  @Test
  void aMissingFileDoesNotMakeTheComparisonUnusable_D33() {
    files.clear();
    Delivery.Prepared prepared = prepare(Protocol.ANTHROPIC, picture, pdf);
    assertThat(sentences(prepared))
        .containsExactly(
            "The file a.png is missing from the data folder. It was left out.",
            "The file t.pdf is missing from the data folder. It was left out.");
    assertThat(parts(prepared, 0)).containsExactly(new Part.Text("Why?"));
  }

  @Test
  void whenAllIsTooMuchTheOldestIsLeftOut() {
    List<Message> thread = new ArrayList<>();
    for (int turn = 1; turn <= 3; turn++) {
      Blob large = file(Bytes.of("x".repeat(7_000_000) + turn), "text/plain", turn + ".txt");
      thread.add(new Prompt("Why?", List.of(large)).message());
      thread.add(new Message(Message.Role.ASSISTANT, List.of(new Part.Text("So."))));
    }
    thread.add(Message.user("And?"));
    Delivery.Prepared prepared = prepare(Protocol.GEMINI, thread);
    assertThat(sentences(prepared))
        .containsExactly(
            "1.txt was left out: files of this and earlier turns may have 15 MB together.");
    assertThat(parts(prepared, 0)).containsExactly(new Part.Text("Why?"));
    assertThat(parts(prepared, 2)).hasSize(2);
    assertThat(prepare(Protocol.ANTHROPIC, thread).warnings()).isEmpty();
  }

  @Test
  void aPictureOfTheModelGoesWithTheNextQuestionWhereModelsMayNotSayPictures() {
    List<Message> thread =
        List.of(
            Message.user("Draw."),
            new Message(Message.Role.ASSISTANT, List.of(new Part.Picture(picture))),
            Message.user("Bluer."));
    Delivery.Prepared chat = prepare(Protocol.OPENAI_CHAT, thread);
    assertThat(chat.request().messages().get(1).text()).isEqualTo("(A picture.)");
    assertThat(parts(chat, 2)).containsExactly(new Part.Picture(picture), new Part.Text("Bluer."));
    assertThat(parts(prepare(Protocol.GEMINI, thread), 1))
        .containsExactly(new Part.Picture(picture));
  }
}
