package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.Exchange;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Where exchanges come from and how they become commands. Blocks, so never on the FX thread. */
public interface ExchangeSource {

  /** What went over the wire for a reply, in the order in which it was made. */
  List<Exchange> of(UUID reply) throws Exception;

  /** The request as a command line for {@code curl}. */
  String curl(Exchange exchange);

  static ExchangeSource of(Reader reader, Function<Exchange, String> curl) {
    return new ExchangeSource() {
      @Override
      public List<Exchange> of(UUID reply) throws Exception {
        return reader.read(reply);
      }

      @Override
      public String curl(Exchange exchange) {
        return curl.apply(exchange);
      }
    };
  }

  /** Reads the exchanges of a reply. */
  @FunctionalInterface
  interface Reader {
    List<Exchange> read(UUID reply) throws Exception;
  }
}
