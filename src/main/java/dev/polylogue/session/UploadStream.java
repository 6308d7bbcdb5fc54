package dev.polylogue.session;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer for which files lie on the disk until it is over. */
final class UploadStream implements ChatStream {
  private final ChatStream answer;
  private final Uploads.Ready files;

  UploadStream(ChatStream answer, Uploads.Ready files) {
    this.answer = answer;
    this.files = files;
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    return answer.next();
  }

  @Override
  public Phase phase() {
    return answer.phase();
  }

  @Override
  public @Nullable Long connectMillis() {
    return answer.connectMillis();
  }

  @Override
  public List<Exchange> exchanges() {
    return answer.exchanges();
  }

  @Override
  public void close() {
    answer.close();
    files.close();
  }
}
