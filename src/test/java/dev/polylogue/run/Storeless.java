package dev.polylogue.run;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Reply;
import java.util.List;

/** A journal that keeps nothing, but for what a test wants of it. */
public class Storeless implements Journal {
  @Override
  public void append(List<Entry> entries) throws JournalException {}

  @Override
  public Blob keep(Bytes bytes, String mediaType) throws JournalException {
    return NONE.keep(bytes, mediaType);
  }

  @Override
  public void finish(Reply reply, List<Exchange> exchanges) throws JournalException {}
}
