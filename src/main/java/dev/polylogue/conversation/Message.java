package dev.polylogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What one side said, as parts in order. */
public record Message(Role role, List<Part> parts) {

  /** Who speaks. */
  public enum Role {
    USER,
    ASSISTANT
  }

  public Message {
    parts = List.copyOf(parts);
  }

  public static Message user(String text) {
    return new Message(Role.USER, List.of(new Part.Text(text)));
  }

  /** The pictures and files that came with it. */
  public List<Blob> attachments() {
    return attachmentsOf(parts);
  }

  static List<Blob> attachmentsOf(List<Part> parts) {
    List<Blob> blobs = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Picture picture) {
        blobs.add(picture.blob());
      } else if (part instanceof Part.Document document) {
        blobs.add(document.blob());
      }
    }
    return List.copyOf(blobs);
  }

  public String text() {
    return textOf(parts);
  }

  static String textOf(List<Part> parts) {
    return parts.stream()
        .filter(Part.Text.class::isInstance)
        .map(part -> ((Part.Text) part).text())
        .collect(Collectors.joining());
  }
}
