package dev.polylogue.provider.http;

import dev.polylogue.provider.PictureRequest.Upload;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A picture that is read from the disk while it is sent; its digest is taken on the way. */
final class SentFile {
  private final Upload upload;
  private volatile @Nullable String digest;

  SentFile(Upload upload) {
    this.upload = upload;
  }

  Upload upload() {
    return upload;
  }

  /** {@code [image/png, 1200 bytes, SHA-256 …]}; without the digest until all of it was read. */
  String note() {
    String known = digest;
    return "[%s, %d bytes%s]"
        .formatted(upload.mediaType(), upload.bytes(), known == null ? "" : ", SHA-256 " + known);
  }

  /**
   * @throws Changed from its last read, when it is not as long as it was said to be
   */
  InputStream open() throws IOException {
    try {
      return new Counted(upload.content().open(), MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new Changed("it can't be read: " + e.getMessage());
    }
  }

  /** A picture is not what it was when the request was put together. */
  static final class Changed extends IOException {
    private static final long serialVersionUID = 1;

    Changed(String why) {
      super(why);
    }
  }

  private final class Counted extends FilterInputStream {
    private final MessageDigest taken;
    private long size;

    Counted(InputStream in, MessageDigest taken) {
      super(in);
      this.taken = taken;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      if (read > 0) {
        size += read;
        taken.update(bytes, from, read);
      }
      if (size > upload.bytes() || (read < 0 && size < upload.bytes())) {
        throw new Changed("it is no longer %d bytes long".formatted(upload.bytes()));
      }
      if (read < 0 && digest == null) {
        digest = HexFormat.of().formatHex(taken.digest());
      }
      return read;
    }
  }
}
