package dev.polylogue.session;

import dev.polylogue.attachment.AttachmentException;
import dev.polylogue.attachment.PdfText;
import dev.polylogue.attachment.PdfText.Extract;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes of a thread what a provider takes: a PDF as it is or as text, no pictures for a model
 * without eyes, and nothing that is missing or too much, so that one lost or large file never makes
 * a comparison unusable ({@code faults.md}, 2E). Whatever is left out or changed is said in a
 * warning. Any thread; blocks.
 */
final class Delivery {
  /** Bytes before Base64, which makes four of three; {@code providers.md}, 6 and 7. */
  private static final long MOST_BYTES = 24_000_000;

  private static final long MOST_BYTES_GEMINI = 15_000_000;

  private static final int MOST_EXTRACTS = 16;

  private final PdfText pdf;
  private final Map<String, Extract> extracts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Extract> eldest) {
          return size() > MOST_EXTRACTS;
        }
      };

  Delivery(PdfText pdf) {
    this.pdf = pdf;
  }

  /**
   * A request as it can be sent.
   *
   * @param request holds its files in memory
   * @param warnings about what was left out or changed
   */
  record Prepared(ChatRequest request, List<Warning> warnings) {}

  /** What a provider takes beside words. */
  record Taken(boolean pictures, boolean pdf, boolean picturesOfModels, long bytes) {
    static Taken by(ProviderSettings provider, ChatRequest request) {
      var facts = request.card().facts();
      boolean pdf =
          switch (provider.protocol()) {
            case ANTHROPIC, GEMINI, OPENAI_RESPONSES -> facts.may(Capability.PDF);
            case OPENAI_CHAT ->
                "native".equals(provider.options().get("pdf")) || facts.can(Capability.PDF);
          };
      boolean gemini = provider.protocol() == Protocol.GEMINI;
      return new Taken(
          facts.may(Capability.PICTURES), pdf, gemini, gemini ? MOST_BYTES_GEMINI : MOST_BYTES);
    }
  }

  /** Reads all files of the request. */
  Prepared prepare(ChatRequest request, ProviderSettings provider) {
    boolean bare =
        request.messages().stream()
            .flatMap(message -> message.parts().stream())
            .noneMatch(part -> part instanceof Part.Picture || part instanceof Part.Document);
    return bare
        ? new Prepared(request, List.of())
        : new Parcel(this, request, Taken.by(provider, request)).pack();
  }

  /**
   * The text of a PDF, read once for all panes.
   *
   * @throws AttachmentException when there is none
   */
  Extract text(Blob blob, Bytes bytes) throws AttachmentException {
    synchronized (extracts) {
      Extract known = extracts.get(blob.sha256());
      if (known == null) {
        known = pdf.extract(bytes, blob.name());
        extracts.put(blob.sha256(), known);
      }
      return known;
    }
  }
}
