package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Facts;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.TransferStore;
import dev.polylogue.transfer.OwnWriter;
import dev.polylogue.transfer.page.CsvPage;
import dev.polylogue.transfer.page.HtmlPage;
import dev.polylogue.transfer.page.MarkdownPage;
import dev.polylogue.transfer.page.Page;
import dev.polylogue.vote.Verdict;
import dev.polylogue.vote.Vote;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes comparisons, of which it holds no more than one at a time. One thread. */
final class Export {
  private final HistoryStore history;
  private final TransferStore store;
  private final Transfers.Order order;
  private final TransferProgress progress;
  private final List<UUID> comparisons;
  private int missing;

  /**
   * @throws IllegalArgumentException when there is no such comparison
   */
  Export(HistoryStore history, Transfers.Order order, TransferProgress progress)
      throws HistoryException {
    this.history = history;
    store = history.transfers();
    this.order = order;
    this.progress = progress;
    comparisons = order.comparisons().isEmpty() ? store.all() : known(order.comparisons());
  }

  private List<UUID> known(List<UUID> wanted) throws HistoryException {
    for (UUID id : wanted) {
      if (!history.has(id)) {
        throw new IllegalArgumentException("There is no comparison " + id + ".");
      }
    }
    return store.inOrder(wanted);
  }

  Transfers.Written write(OutputStream out) throws HistoryException, IOException {
    int written =
        switch (order.format()) {
          case JSON -> json(out);
          case MARKDOWN, HTML, CSV -> pages(out);
        };
    return new Transfers.Written(written, missing);
  }

  private int json(OutputStream out) throws HistoryException, IOException {
    int written = 0;
    try (OwnWriter writer = new OwnWriter(out)) {
      for (UUID id : comparisons) {
        step(written);
        Optional<Facts> facts = store.facts(id, order.withExchanges());
        if (facts.isPresent()) {
          missing += writer.write(facts.get(), this::read);
          written++;
        }
      }
    }
    return written;
  }

  private int pages(OutputStream out) throws HistoryException, IOException {
    int written = 0;
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    try (Page page = page(writer)) {
      for (UUID id : comparisons) {
        step(written);
        Optional<Comparison> comparison = history.load(id);
        if (comparison.isPresent()) {
          page.write(new Page.Subject(comparison.get(), preferred(id), closed(id)));
          written++;
        }
      }
    }
    writer.flush();
    return written;
  }

  private Page page(Writer writer) throws IOException {
    return switch (order.format()) {
      case MARKDOWN -> new MarkdownPage(writer);
      case HTML -> new HtmlPage(writer, this::read);
      case CSV -> new CsvPage(writer);
      case JSON -> throw new IllegalStateException("JSON is no page.");
    };
  }

  private Set<UUID> preferred(UUID comparison) throws HistoryException {
    Set<UUID> preferred = new HashSet<>();
    for (Vote vote : history.votes().of(comparison)) {
      if (vote.ballot().verdict() instanceof Verdict.Winner winner) {
        preferred.add(winner.reply());
      }
    }
    return preferred;
  }

  private int closed(UUID comparison) throws HistoryException {
    return store.closedPanes(comparison);
  }

  private Optional<Bytes> read(Blob blob) {
    try {
      return Optional.of(history.blobs().read(blob));
    } catch (HistoryException e) {
      return Optional.empty();
    }
  }

  private void step(int done) throws InterruptedIOException {
    progress.at(done, comparisons.size());
    if (progress.isCancelled()) {
      throw new InterruptedIOException("The export was cancelled. No file was written.");
    }
  }
}
