package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is, told by what is in it and never by its name ({@code faults.md}, 6). */
public enum FileKind {
  PNG("a PNG picture"),
  JPEG("a JPEG picture"),
  GIF("a GIF picture"),
  WEBP("a WebP picture"),
  BMP("a BMP picture"),
  TIFF("a TIFF picture"),
  PDF("a PDF"),
  TEXT("text"),
  HEIC(
      "a HEIC picture",
      "HEIC is not supported: export it as JPEG. On a Mac, open it in Preview and choose File,"
          + " Export; an iPhone takes JPEG photos with Settings, Camera, Formats, Most"
          + " Compatible."),
  AVIF(
      "an AVIF picture", "AVIF is not supported: open it in a browser and save it as PNG or JPEG."),
  SVG("a drawing (SVG)", "Drawings are not accepted: export it as PNG."),
  OFFICE("an office document", "Save it as PDF and attach that."),
  ARCHIVE("an archive", "Unpack it and attach the files you need."),
  PROGRAM("a program", "Programs are not accepted."),
  MEDIA("sound or video", "Sound and video are not accepted."),
  PHOTOSHOP("a Photoshop picture", "Export it as PNG or JPEG."),
  ICON("an icon file", "Save it as PNG."),
  RAW(
      "the raw data of a camera's sensor",
      "Raw files are not accepted: develop it with the software of your camera and export it as"
          + " JPEG."),
  BIG_TIFF("a BigTIFF picture", "Save it as an ordinary TIFF, or as PNG."),
  JPEG_XL("a JPEG XL picture", "JPEG XL is not supported: save it as PNG or JPEG."),
  UNKNOWN(
      "neither a picture, a PDF nor text",
      "PNG, JPEG, GIF, WebP, BMP, TIFF, PDF and text in UTF-8 are accepted. If it is text, save it"
          + " as UTF-8.");

  private static final Pattern DRAWING =
      Pattern.compile(
          "\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:svg[\\s/>]|!DOCTYPE\\s+svg)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern OFFICE_NAME =
      Pattern.compile(".*\\.(?:docx|xlsx|pptx|odt|ods|odp|pages|numbers|key|epub)");

  /** These are TIFF files to look at; only their names tell. */
  private static final Pattern RAW_NAME =
      Pattern.compile(".*\\.(?:dng|nef|nrw|arw|sr2|srf|cr2|pef|srw|3fr|erf|iiq|kdc|mos|raw)");

  private static final int HEAD = 1024;

  private final String words;
  private final Optional<String> refusal;

  FileKind(String words) {
    this.words = words;
    this.refusal = Optional.empty();
  }

  FileKind(String words, String refusal) {
    this.words = words;
    this.refusal = Optional.of(refusal);
  }

  /** With its article: {@code a PDF}. */
  public String words() {
    return words;
  }

  /** Why it is not taken and what to do, or empty when it is. */
  public Optional<String> refusal() {
    return refusal;
  }

  /** Of a picture: {@code image/png}. */
  public String mediaType() {
    return "image/" + name().toLowerCase(Locale.ROOT);
  }

  public boolean isPicture() {
    return compareTo(TIFF) <= 0;
  }

  /**
   * @param name tells office documents from other archives and raw files from TIFF, and nothing
   *     else
   * @param text the whole of it, where it is text
   */
  public static FileKind of(Bytes bytes, String name, Optional<String> text) {
    String head = head(bytes);
    if (head.contains("%PDF-")) {
      return PDF;
    }
    if (text.isPresent()) {
      String begin = text.get().substring(0, Math.min(HEAD, text.get().length()));
      return DRAWING.matcher(begin).find() ? SVG : TEXT;
    }
    FileKind kind = bySignature(head);
    String lower = name.toLowerCase(Locale.ROOT);
    if (kind == ARCHIVE && OFFICE_NAME.matcher(lower).matches()) {
      return OFFICE;
    }
    return kind == TIFF && (RAW_NAME.matcher(lower).matches() || head.startsWith("CR", 8))
        ? RAW
        : kind;
  }

  /** The same for whoever does not want the text. */
  public static FileKind of(Bytes bytes, String name) {
    FileKind kind = bySignature(head(bytes));
    return kind.isPicture() && kind != TIFF ? kind : of(bytes, name, TextFile.decode(bytes));
  }

  /** The first bytes, one character each. */
  private static String head(Bytes bytes) {
    return new String(bytes.head(HEAD), StandardCharsets.ISO_8859_1);
  }

  private static FileKind bySignature(String head) {
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return GIF;
    } else if (head.startsWith("RIFF")) {
      return head.startsWith("WEBP", 8) ? WEBP : MEDIA;
    } else if (head.startsWith("BM")) {
      return BMP;
    } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return TIFF;
    } else if (head.startsWith("II+\0") || head.startsWith("MM\0+")) {
      return BIG_TIFF;
    } else if (head.startsWith("FUJIFILMCCD") || head.startsWith("IIU\0")) {
      return RAW;
    } else if (head.startsWith("IIRO") || head.startsWith("IIRS") || head.startsWith("\0MRM")) {
      return RAW;
    } else if (head.startsWith("\u00ff\n") || head.startsWith("JXL ", 4)) {
      return JPEG_XL;
    } else if (head.startsWith("ftyp", 4)) {
      return byBrand(head);
    } else if (head.startsWith("PK") || head.startsWith("Rar!") || head.startsWith("7z\u00bc")) {
      return ARCHIVE;
    } else if (head.startsWith("\u001f\u008b") || head.startsWith("\u00fd7zXZ")) {
      return ARCHIVE;
    } else if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return OFFICE;
    } else if (head.startsWith("8BPS")) {
      return PHOTOSHOP;
    } else if (head.startsWith("\0\0\u0001\0")) {
      return ICON;
    } else if (head.startsWith("ID3") || head.startsWith("OggS") || head.startsWith("fLaC")) {
      return MEDIA;
    }
    return isProgram(head) ? PROGRAM : UNKNOWN;
  }

  private static boolean isProgram(String head) {
    return head.startsWith("MZ")
        || head.startsWith("\u007fELF")
        || head.startsWith("\u00ca\u00fe\u00ba\u00be")
        || head.startsWith("\u00cf\u00fa\u00ed\u00fe");
  }

  /** The family of formats that begins with a box {@code ftyp} (ISO 14496-12). */
  private static FileKind byBrand(String head) {
    String brands = head.substring(8, Math.min(head.length(), 40));
    if (brands.contains("avif") || brands.contains("avis")) {
      return AVIF;
    }
    if (brands.startsWith("crx")) {
      return RAW;
    }
    boolean heif = brands.contains("hei") || brands.contains("hev") || brands.contains("mif1");
    return heif ? HEIC : MEDIA;
  }
}
