package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the text of a PDF, page by page, for models that take no PDF. Any thread. */
public final class PdfText {
  /** Held, since a logger that nobody holds forgets that it was silenced. */
  private static final Logger LIBRARY = Logger.getLogger("org.apache");

  /** Unpacked; a PDF of a few bytes can hold pages of gigabytes. */
  private static final long MOST_UNPACKED = 256L << 20;

  private final int mostCharacters;

  public PdfText() {
    this(Limits.TEXT);
  }

  PdfText(int mostCharacters) {
    this.mostCharacters = mostCharacters;
    LIBRARY.setLevel(Level.OFF);
    FontMappers.set(new OneFont());
  }

  /**
   * What was found.
   *
   * @param pages how many there are
   * @param read how many of them fit
   */
  public record Extract(String text, int pages, int read) {
    public boolean isWhole() {
      return read == pages;
    }
  }

  /** Whether it can be opened by anybody. Blocks. */
  void check(Bytes pdf, String name) throws AttachmentException {
    try (PDDocument document = open(pdf, name)) {
      if (document.getNumberOfPages() == 0) {
        throw new AttachmentException(name + " has no pages.");
      }
    } catch (IOException | RuntimeException e) {
      throw damaged(name, e);
    }
  }

  /**
   * Reads the text. Blocks, possibly for seconds.
   *
   * @throws AttachmentException when there is no text in it, as in a scan, or it can't be opened
   */
  public Extract extract(Bytes pdf, String name) throws AttachmentException {
    try (PDDocument document = open(pdf, name)) {
      int pages = document.getNumberOfPages();
      StringBuilder all = new StringBuilder();
      boolean any = false;
      int page = 0;
      while (page < pages) {
        String words = page(document, page + 1);
        if (all.length() + words.length() > mostCharacters) {
          break;
        }
        any |= !words.isBlank();
        all.append("Page ").append(++page).append("\n\n").append(words.strip()).append("\n\n");
      }
      if (!any && page == pages) {
        throw new AttachmentException("No text was found in %s: it may be a scan.".formatted(name));
      }
      return new Extract(all.toString().strip() + "\n", pages, page);
    } catch (IOException | RuntimeException e) {
      throw damaged(name, e);
    }
  }

  private static String page(PDDocument document, int number) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setLineSeparator("\n");
    stripper.setStartPage(number);
    stripper.setEndPage(number);
    return stripper.getText(document);
  }

  private static PDDocument open(Bytes pdf, String name) throws IOException, AttachmentException {
    try {
      return Loader.loadPDF(
          pdf.toArray(),
          "",
          null,
          null,
          MemoryUsageSetting.setupMainMemoryOnly(MOST_UNPACKED).streamCache);
    } catch (InvalidPasswordException e) {
      throw new AttachmentException(
          name + " is locked with a password. Save a copy of it without one.", e);
    }
  }

  private static AttachmentException damaged(String name, Exception cause) {
    return new AttachmentException(
        "%s is damaged: it can't be opened as a PDF. Get it again from where it came from."
            .formatted(name),
        cause);
  }
}
