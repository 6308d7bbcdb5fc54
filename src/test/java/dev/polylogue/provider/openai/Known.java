package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Thinking;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts and files for tests of requests. */
final class Known {
  static final Blob PNG = new Blob("a".repeat(64), "image/png", 3, "kite.png");
  static final Blob PDF = new Blob("b".repeat(64), "application/pdf", 3, "kite.pdf");
  static final Blob NOTES = new Blob("c".repeat(64), "text/plain", 4, "notes.txt");

  private static final Map<Blob, Bytes> HELD =
      Map.of(
          PNG, Bytes.of(new byte[] {1, 2, 3}),
          PDF, Bytes.of("%PDF"),
          NOTES, Bytes.of("Wind: ö"));

  static final Blobs FILES =
      blob -> {
        Bytes bytes = HELD.get(blob);
        if (bytes == null) {
          throw new IOException("There is no file " + blob.name() + ".");
        }
        return bytes;
      };

  /** Words, a picture, a PDF and a text file. */
  static final Message MIXED =
      new Message(
          Message.Role.USER,
          List.of(
              new Part.Text("What is this?"),
              new Part.Picture(PNG),
              new Part.Document(PDF),
              new Part.Document(NOTES)));

  private Known() {}

  static ModelFacts facts(@Nullable Thinking thinking, Capability... capabilities) {
    return new ModelFacts(
        true, Set.of(capabilities), new ModelFacts.Limits(1000L, 100L), thinking, null, null);
  }

  static Thinking thinking(String style, String... levels) {
    return new Thinking(style, List.of(levels), List.of());
  }

  static Message said(Part... parts) {
    return new Message(Message.Role.ASSISTANT, List.of(parts));
  }
}
