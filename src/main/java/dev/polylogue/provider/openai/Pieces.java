package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Takes a message of the user apart. Text files become words under their name; a picture or PDF
 * that the model does not take is left out with a warning.
 */
final class Pieces {
  private static final String PDF = "application/pdf";

  private final Blobs files;
  private final boolean takesPictures;
  private final boolean takesPdf;
  private final Asked asked;

  Pieces(ChatRequest request, boolean takesPdf, Asked asked) {
    this.files = request.files();
    this.takesPictures = request.card().facts().may(Capability.PICTURES);
    this.takesPdf = takesPdf;
    this.asked = asked;
  }

  /**
   * In their order; words beside one another are one piece.
   *
   * @throws IOException when a file can't be read
   */
  List<Piece> of(Message message) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (Part part : message.parts()) {
      switch (part) {
        case Part.Text(String text) -> words.append(text);
        case Part.Picture(Blob blob) -> picture(blob, words, pieces);
        case Part.Document(Blob blob) -> document(blob, words, pieces);
        case Part.Reasoning _, Part.Citation _, Part.ToolCall _, Part.Search _, Part.Opaque _ -> {}
      }
    }
    flush(words, pieces);
    return pieces;
  }

  private void picture(Blob blob, StringBuilder words, List<Piece> pieces) throws IOException {
    if (!takesPictures) {
      asked.warnOfFile(
          "%s takes no pictures; %s was left out.".formatted(asked.model(), named(blob)));
      return;
    }
    String uri = uri(blob);
    flush(words, pieces);
    pieces.add(new Piece.Picture(uri));
  }

  private void document(Blob blob, StringBuilder words, List<Piece> pieces) throws IOException {
    if (blob.isPicture()) {
      picture(blob, words, pieces);
    } else if (!blob.mediaType().equals(PDF)) {
      String text = files.read(blob).text();
      separate(words);
      words.append("File: ").append(named(blob)).append("\n\n").append(text).append("\n\n");
    } else if (takesPdf) {
      String uri = uri(blob);
      flush(words, pieces);
      pieces.add(new Piece.Pdf(named(blob), uri));
    } else {
      asked.warnOfFile(
          "%s takes no PDF as it is; %s was left out.".formatted(asked.model(), named(blob)));
    }
  }

  private static void separate(StringBuilder words) {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
      words.append("\n\n");
    }
  }

  private static void flush(StringBuilder words, List<Piece> pieces) {
    if (!words.isEmpty()) {
      pieces.add(new Piece.Words(words.toString()));
      words.setLength(0);
    }
  }

  private String uri(Blob blob) throws IOException {
    return "data:"
        + blob.mediaType()
        + ";base64,"
        + Base64.getEncoder().encodeToString(files.read(blob).toArray());
  }

  private static String named(Blob blob) {
    return blob.name().isBlank() ? "file" : blob.name();
  }
}
