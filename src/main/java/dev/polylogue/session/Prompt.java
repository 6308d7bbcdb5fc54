package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import java.util.ArrayList;
import java.util.List;

/** What the user sends: words, and the pictures and files that go with them. */
public record Prompt(String text, List<Blob> attachments) {
  public Prompt {
    attachments = List.copyOf(attachments);
  }

  public static Prompt of(String text) {
    return new Prompt(text, List.of());
  }

  public boolean hasPicture() {
    return attachments.stream().anyMatch(Blob::isPicture);
  }

  /** Attachments first: models read them before the question. */
  Message message() {
    List<Part> parts = new ArrayList<>();
    for (Blob blob : attachments) {
      parts.add(blob.isPicture() ? new Part.Picture(blob) : new Part.Document(blob));
    }
    parts.add(new Part.Text(text));
    return new Message(Message.Role.USER, parts);
  }
}
