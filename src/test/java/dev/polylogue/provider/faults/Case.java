package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.http.SafeClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** A row of the catalogue in one protocol, sent in one kind of pieces, and what holds for all. */
record Case(Fault fault, Dialect dialect, Packets packets) {
  private static final OkHttpClient CLIENT = SafeClient.create();

  static Stream<Case> of(List<Fault> faults) {
    return faults.stream()
        .flatMap(
            fault ->
                fault.dialects().stream()
                    .flatMap(
                        dialect ->
                            Arrays.stream(Packets.values())
                                .filter(packets -> fault.inPieces() || packets == Packets.WHOLE)
                                .map(packets -> new Case(fault, dialect, packets))));
  }

  void check() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire -> {
                  if (number == 0) {
                    fault.script().play(dialect, packets.over(wire));
                  } else {
                    wire.send(FaultHost.streamHead() + dialect.answer("next"));
                  }
                })) {
      Trial trial = Trial.ask(dialect.at(CLIENT, host.baseUrl(), Map.of()), "Hello");
      checkEnd(trial);
      assertThat(host.requests()).as("requests seen").hasSize(1);
      checkSecrets(trial);
      Trial next = Trial.ask(dialect.at(CLIENT, host.baseUrl(), Map.of()), "And now?");
      assertThat(next.reply().text()).as("the next answer").isEqualTo("next");
      assertThat(next.reply().state()).isEqualTo(ReplyState.COMPLETE);
      assertThat(host.requests()).hasSize(2);
      assertThat(host.requests().getLast().header("Cookie")).isEmpty();
    }
  }

  private void checkEnd(Trial trial) {
    Fault.Told told = fault.told();
    FailureKind kind = trial.reply().outcome().failure() == null ? null : trial.failure().kind();
    String sentence = kind == null ? "" : trial.failure().message();
    assertThat(trial.reply().text()).as("stored text").isEqualTo(told.text());
    assertThat(trial.reply().state()).as(sentence).isEqualTo(told.state());
    assertThat(kind).as(sentence).isEqualTo(told.kind());
    assertThat(sentence).contains(told.sentence());
    assertThat(trial.repeat()).as("may be repeated").isEqualTo(told.repeat());
  }

  private static void checkSecrets(Trial trial) {
    assertThat(trial.exchanges()).hasSize(1);
    Exchange exchange = trial.exchanges().getFirst();
    assertThat(exchange.request().body().text()).doesNotContain(Dialect.KEY);
    assertThat(exchange.toString()).doesNotContain(Dialect.KEY);
    if (exchange.response() != null) {
      assertThat(exchange.response().body().text()).doesNotContain(Dialect.KEY);
    }
    assertThat(trial.reply().toString()).doesNotContain(Dialect.KEY);
  }

  @Override
  public String toString() {
    return "%s %s · %s · %s".formatted(fault.id(), fault.what(), dialect, packets);
  }
}
