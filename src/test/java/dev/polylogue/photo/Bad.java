package dev.polylogue.photo;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that give trouble, made byte by byte. */
public final class Bad {
  private Bad() {}

  static Bytes latin(String characters) {
    return Bytes.owning(characters.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String latin(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  static Bytes half(Bytes whole) {
    return Bytes.owning(Arrays.copyOf(whole.toArray(), whole.size() / 2));
  }

  /** A JPEG of four channels, all of the same ink. */
  static Bytes inks(int c, int m, int y, int k) {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, null);
    for (int row = 0; row < 32; row++) {
      for (int x = 0; x < 32; x++) {
        raster.setPixel(x, row, new int[] {c, m, y, k});
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Bytes.owning(out.toByteArray());
  }

  /** A picture in grey of 16 bits a channel. */
  static Bytes deep(String format) {
    return Made.written(new BufferedImage(8, 6, BufferedImage.TYPE_USHORT_GRAY), format);
  }

  /** A TIFF of several pages. */
  public static Bytes pages(int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < count; i++) {
        writer.writeToSequence(new IIOImage(Made.halves(8, 6), null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Bytes.owning(out.toByteArray());
  }

  /** With Adobe's mark: 0 for CMYK, 2 for YCCK. */
  static Bytes adobe(Bytes jpeg, int transform) {
    return segment(jpeg, 0xee, "Adobe\0d\0\0\0\0" + (char) transform);
  }

  /** A JPEG with one more segment behind its beginning. */
  static Bytes segment(Bytes jpeg, int marker, String content) {
    byte[] plain = jpeg.toArray();
    byte[] data = content.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer whole = ByteBuffer.allocate(plain.length + 4 + data.length);
    whole.put(plain, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (2 + data.length));
    whole.put(data).put(plain, 2, plain.length - 2);
    return Bytes.owning(whole.array());
  }

  /** A PNG with one more chunk behind its header. */
  static Bytes chunk(Bytes png, String name, byte[] content) {
    byte[] plain = png.toArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 33);
    out.writeBytes(Made.chunk(name, content));
    out.write(plain, 33, plain.length - 33);
    return Bytes.owning(out.toByteArray());
  }

  /** So many zeros, packed, behind a name. */
  static byte[] bomb(int megabytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("n\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      byte[] million = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        deflater.write(million);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  static byte[] packed(byte[] profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("n\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(profile);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /** A profile in which what is called red is green to the eye, and the other way round. */
  static byte[] swappedProfile() {
    byte[] data = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] name = "sRGB".getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 128; i + 4 < data.length; i++) {
      if (Arrays.equals(data, i, i + 4, name, 0, 4)) {
        data[i] = 'x';
      } else if (data[i] == 's' && data[i + 1] == 0 && data[i + 2] == 'R' && data[i + 3] == 0) {
        data[i] = 'x';
      }
    }
    int red = tag(data, "rXYZ");
    int green = tag(data, "gXYZ");
    byte[] place = Arrays.copyOfRange(data, red + 4, red + 8);
    System.arraycopy(data, green + 4, data, red + 4, 4);
    System.arraycopy(place, 0, data, green + 4, 4);
    return data;
  }

  private static int tag(byte[] data, String name) {
    int count = ByteBuffer.wrap(data).getInt(128);
    for (int i = 0; i < count; i++) {
      int at = 132 + 12 * i;
      if (new String(data, at, 4, StandardCharsets.ISO_8859_1).equals(name)) {
        return at;
      }
    }
    throw new IllegalStateException(name);
  }

  static Bytes profiledJpeg(byte[] profile, int colour) {
    return segment(
        Made.written(plain(colour), "jpeg"),
        0xe2,
        "ICC_PROFILE\0\u0001\u0001" + new String(profile, StandardCharsets.ISO_8859_1));
  }

  static BufferedImage plain(int colour) {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 32 * 32; i++) {
      image.setRGB(i % 32, i / 32, colour);
    }
    return image;
  }

  /** A GIF of one pixel with so many pictures. */
  public static Bytes frames(int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(latin("GIF89a\u0001\0\u0001\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff").toArray());
    byte[] frame = latin(",\0\0\0\0\u0001\0\u0001\0\0\u0002\u0002D\u0001\0").toArray();
    for (int i = 0; i < count; i++) {
      out.writeBytes(frame);
    }
    out.write(0x3b);
    return Bytes.owning(out.toByteArray());
  }
}
