package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;

/** Files made for tests. */
public final class Made {
  private Made() {}

  /** Red at the left half, blue at the right. */
  public static BufferedImage halves(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return image;
  }

  /** Every pixel another colour, so that nothing compresses it. */
  public static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  public static Bytes written(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException(format);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Bytes.owning(out.toByteArray());
  }

  public static BufferedImage read(Bytes bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes.toArray()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A JPEG whose EXIF has an orientation, a camera and a place (TIFF 6.0, EXIF 2.3). */
  public static Bytes photo(int width, int height, int orientation) {
    byte[] plain = written(halves(width, height), "jpeg").toArray();
    ByteBuffer tiff = ByteBuffer.allocate(256);
    tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    tiff.putShort((short) 3);
    entry(tiff, 0x010f, 2, 12, 100);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8825, 4, 1, 60);
    tiff.putInt(0);
    tiff.position(60);
    tiff.putShort((short) 1);
    entry(tiff, 0x0001, 2, 2, 'N' << 24);
    tiff.putInt(0);
    tiff.position(100);
    tiff.put("CanaryCamera".getBytes(StandardCharsets.ISO_8859_1));
    ByteBuffer whole = ByteBuffer.allocate(plain.length + 10 + tiff.capacity());
    whole.put(plain, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + tiff.capacity()));
    whole.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff.array());
    whole.put(plain, 2, plain.length - 2);
    return Bytes.owning(whole.array());
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** A PNG that only claims to be so large. */
  public static Bytes claimedPng(int width, int height, int colourType) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) colourType).put(new byte[3]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    out.writeBytes(chunk("IHDR", header.array()));
    out.writeBytes(chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1}));
    out.writeBytes(chunk("IEND", new byte[0]));
    return Bytes.owning(out.toByteArray());
  }

  public static byte[] chunk(String name, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(name.getBytes(StandardCharsets.ISO_8859_1)).put(data);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) sum.getValue()).array();
  }

  /** A WebP of one pixel. */
  public static Bytes webp() {
    return Bytes.owning(
        Base64.getDecoder().decode("UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA="));
  }

  /** A PDF with one line of text on each page; an empty line makes an empty page. */
  public static Bytes pdf(String... pages) {
    return document(null, pages);
  }

  static Bytes lockedPdf(String password, String... pages) {
    return document(password, pages);
  }

  private static Bytes document(@Nullable String password, String... pages) {
    try (PDDocument document = new PDDocument()) {
      for (String words : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
          pen.beginText();
          pen.setFont(new PDType1Font(FontName.HELVETICA), 12);
          pen.newLineAtOffset(50, 700);
          pen.showText(words);
          pen.endText();
        }
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return Bytes.owning(out.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
