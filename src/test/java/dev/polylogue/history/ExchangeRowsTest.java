package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Protocol;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeRowsTest {
  @TempDir Path folder;
  private HistoryStore store;
  private Samples.Asked asked;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder);
    asked = new Samples().asked(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWentOverTheWireComesBackToTheByteAndInItsOrder() throws HistoryException {
    List<Exchange> exchanges = List.of(refused(), unanswered(), answered());
    store.finish(asked.complete("there"), exchanges);
    assertThat(store.exchanges(asked.reply().id())).isEqualTo(exchanges);
    store.close();
    store = HistoryStore.open(folder);
    assertThat(store.exchanges(asked.reply().id())).isEqualTo(exchanges);
  }

  @Test
  void aReplyThatIsFinishedTwiceKeepsItsFirstExchanges_D27() throws HistoryException {
    store.finish(asked.complete("there"), List.of(answered()));
    store.finish(asked.complete("there"), List.of(refused(), answered()));
    assertThat(store.exchanges(asked.reply().id())).containsExactly(answered());
  }

  @Test
  void whereNothingWasKeptThereIsNothing() throws HistoryException {
    assertThat(store.exchanges(asked.reply().id())).isEmpty();
  }

  @Test
  void oneReplyIsFoundByItsNameAlsoWhenItsPaneIsClosed() throws HistoryException {
    store.finish(asked.complete("there"), List.of());
    store.closePane(asked.pane());
    assertThat(store.reply(asked.reply().id())).contains(asked.complete("there"));
    assertThat(store.reply(asked.pane())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_body = x'1f8b0800'",
        "request_body = x'00'",
        "request_headers = '{'",
        "request_headers = '[1]'",
        "protocol = 'telegraph'"
      })
  void aDamagedRowIsSaidInWordsAndTheReplyStaysReadable(String damage) throws HistoryException {
    store.finish(asked.complete("there"), List.of(answered()));
    store.database().write(db -> db.run("UPDATE exchange SET " + damage));
    assertThatThrownBy(() -> store.exchanges(asked.reply().id()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining(folder.toString());
    assertThat(asked.stored(store).text()).isEqualTo("there");
  }

  private static Exchange.Request request() {
    return new Exchange.Request(
        "POST",
        "https://host.example/v1/chat/completions?a=b",
        List.of(
            new Exchange.Header("Authorization", "[key removed]"),
            new Exchange.Header("x", "one"),
            new Exchange.Header("x", "two")),
        Bytes.of("{\"prompt\":\"Añ😀\"}"),
        99);
  }

  private static Exchange refused() {
    return new Exchange(
        "p", Protocol.OPENAI_CHAT, request(), new Exchange.Response(429, List.of(), Bytes.NONE, 0));
  }

  private static Exchange unanswered() {
    return new Exchange("p", Protocol.GEMINI, request(), null);
  }

  private static Exchange answered() {
    byte[] odd = {(byte) 0xff, 0, 13, 10, (byte) 0xc3};
    return new Exchange(
        "p",
        Protocol.OPENAI_CHAT,
        request(),
        new Exchange.Response(
            200, List.of(new Exchange.Header("a", "b")), Bytes.of(odd), odd.length));
  }
}
