package dev.polylogue.session;

import dev.polylogue.attachment.AttachmentException;
import dev.polylogue.attachment.PdfText.Extract;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Warning;
import dev.polylogue.history.BlobStore;
import dev.polylogue.media.FileSize;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * One request while it is packed, from the newest message to the oldest. Used once, by a thread.
 */
final class Parcel {
  private final Delivery delivery;
  private final ChatRequest request;
  private final Delivery.Taken taken;
  private final Map<Blob, Bytes> held = new HashMap<>();
  private final SequencedSet<Warning> warnings = new LinkedHashSet<>();
  private long room;

  Parcel(Delivery delivery, ChatRequest request, Delivery.Taken taken) {
    this.delivery = delivery;
    this.request = request;
    this.taken = taken;
    this.room = taken.bytes();
  }

  Delivery.Prepared pack() {
    Deque<Message> packed = new ArrayDeque<>();
    for (Message message : placed().reversed()) {
      Deque<Part> parts = new ArrayDeque<>();
      for (Part part : message.parts().reversed()) {
        Part fit = fit(part);
        if (fit != null) {
          parts.addFirst(fit);
        }
      }
      packed.addFirst(new Message(message.role(), List.copyOf(parts)));
    }
    ChatRequest ready =
        new ChatRequest(
            request.card(), request.parameters(), List.copyOf(packed), files(Map.copyOf(held)));
    return new Delivery.Prepared(ready, List.copyOf(warnings.reversed()));
  }

  private static Blobs files(Map<Blob, Bytes> held) {
    return blob -> {
      Bytes bytes = held.get(blob);
      if (bytes == null) {
        throw new IOException("The file %s is not part of the request.".formatted(blob.name()));
      }
      return bytes;
    };
  }

  /**
   * Only Gemini takes pictures that a model made as the words of the model; to others they go with
   * the user's next message.
   */
  private List<Message> placed() {
    if (taken.picturesOfModels()) {
      return request.messages();
    }
    List<Message> placed = new ArrayList<>();
    List<Part> made = new ArrayList<>();
    for (Message message : request.messages()) {
      List<Part> parts = new ArrayList<>(message.parts());
      if (message.role() == Message.Role.ASSISTANT) {
        message.parts().stream().filter(Part.Picture.class::isInstance).forEach(made::add);
        parts.removeAll(made);
        if (message.text().isBlank()) {
          parts.add(new Part.Text("(A picture.)"));
        }
      } else {
        parts.addAll(0, made);
        made.clear();
      }
      placed.add(new Message(message.role(), parts));
    }
    return placed;
  }

  /** The part as it can be sent, or null when it is left out. */
  private @Nullable Part fit(Part part) {
    return switch (part) {
      case Part.Picture picture -> picture(picture);
      case Part.Document document -> document(document);
      case Part.Text _,
          Part.Reasoning _,
          Part.Citation _,
          Part.ToolCall _,
          Part.Search _,
          Part.Opaque _ ->
          part;
    };
  }

  private @Nullable Part picture(Part.Picture picture) {
    Blob blob = picture.blob();
    if (!taken.pictures()) {
      warn("%s was left out: %s takes no pictures.".formatted(called(blob), request.model()));
      return null;
    }
    return read(blob) == null ? null : picture;
  }

  private @Nullable Part document(Part.Document document) {
    Blob blob = document.blob();
    boolean asText = !blob.isText() && !taken.pdf();
    if (!asText) {
      return read(blob) == null ? null : document;
    }
    try {
      Bytes bytes = request.files().read(blob);
      Extract extract = delivery.text(blob, bytes);
      Bytes text = Bytes.of(extract.text());
      Blob sent = BlobStore.describe(text, "text/plain", blob.name());
      if (!hold(sent, text)) {
        return null;
      }
      warn(
          "%s was sent as text, %s; pictures in it were left out."
              .formatted(called(blob), pages(extract)));
      return new Part.Document(sent);
    } catch (AttachmentException e) {
      warn(
          "%s was left out: %s takes no PDF, only its text. %s"
              .formatted(called(blob), request.model(), e.getMessage()));
    } catch (IOException e) {
      warn("%s It was left out.".formatted(e.getMessage()));
    }
    return null;
  }

  private static String pages(Extract extract) {
    if (!extract.isWhole()) {
      return "only the first %d of its %d pages".formatted(extract.read(), extract.pages());
    }
    return extract.pages() == 1 ? "1 page" : extract.pages() + " pages";
  }

  private @Nullable Bytes read(Blob blob) {
    Bytes known = held.get(blob);
    if (known != null) {
      return known;
    }
    try {
      Bytes bytes = request.files().read(blob);
      return hold(blob, bytes) ? bytes : null;
    } catch (IOException e) {
      warn("%s It was left out.".formatted(e.getMessage()));
      return null;
    }
  }

  private boolean hold(Blob blob, Bytes bytes) {
    if (bytes.size() > room) {
      warn(
          "%s was left out: files of this and earlier turns may have %s together."
              .formatted(called(blob), FileSize.words(taken.bytes())));
      return false;
    }
    room -= bytes.size();
    held.put(blob, bytes);
    return true;
  }

  private void warn(String sentence) {
    warnings.add(new Warning("attachment", sentence));
  }

  private static String called(Blob blob) {
    return blob.name().isEmpty() ? "A picture of an answer" : blob.name();
  }
}
