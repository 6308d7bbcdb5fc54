package dev.polylogue.session;

import dev.polylogue.attachment.Pictures;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Reply;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.run.Journal;
import dev.polylogue.run.JournalException;
import java.util.List;
import java.util.Locale;

/** The journal of a round, kept in the history. */
final class HistoryJournal implements Journal {
  private final HistoryStore history;

  HistoryJournal(HistoryStore history) {
    this.history = history;
  }

  @Override
  public void append(List<Entry> entries) throws JournalException {
    try {
      history.append(entries.stream().map(HistoryJournal::words).toList());
    } catch (HistoryException e) {
      throw new JournalException(e);
    }
  }

  @Override
  public Blob keep(Bytes bytes, String mediaType) throws JournalException {
    try {
      return history.blobs().keep(bytes, Pictures.mediaType(bytes, mediaType), "");
    } catch (HistoryException e) {
      throw new JournalException(e);
    }
  }

  @Override
  public void finish(Reply reply, List<Exchange> exchanges) throws JournalException {
    try {
      history.finish(reply, exchanges);
    } catch (HistoryException e) {
      throw new JournalException(e);
    }
  }

  private static HistoryStore.Words words(Entry entry) {
    String kind = entry.kind().name().toLowerCase(Locale.ROOT);
    return new HistoryStore.Words(entry.reply(), entry.passage(), kind, entry.text());
  }
}
