package dev.polylogue.session;

import dev.polylogue.provider.ChatStream;

/** An answer for which files lie on the disk until it is over. */
final class UploadStream extends ForwardingStream {
  private final PhotoFiles.Ready files;

  UploadStream(ChatStream answer, PhotoFiles.Ready files) {
    super(answer);
    this.files = files;
  }

  @Override
  public void close() {
    super.close();
    files.close();
  }
}
