package dev.polylogue.provider.pictures;

import dev.polylogue.catalog.ModelCatalog;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.PictureRequest.Upload;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.gemini.GeneratedPictures;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.SafeClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Places where pictures are made, as the program builds them, and what is asked of them. */
public final class Studio {
  public static final String KEY = "canary-4711";
  public static final String INSTRUCTION = "make the sky a sunset 🌅\n\"keep\" the faces — größer";

  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final ModelCatalog CATALOG =
      ModelCatalog.load(Path.of("no such folder"), () -> Instant.parse("2026-11-22T12:00:00Z"));
  private static final byte[] PICTURE = encoded("png", 3, 2);
  private static final byte[] JPEG = encoded("jpg", 3, 2);

  private Studio() {}

  /** A small PNG. */
  public static byte[] png() {
    return PICTURE.clone();
  }

  /** A small JPEG. */
  public static byte[] jpeg() {
    return JPEG.clone();
  }

  /** Bytes that begin as a PNG does. */
  public static byte[] large(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 0x5A);
    System.arraycopy(PICTURE, 0, bytes, 0, 16);
    return bytes;
  }

  private static byte[] encoded(String format, int width, int height) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Upload upload(String mediaType, byte[] bytes, int width, int height) {
    return new Upload(
        mediaType, width, height, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** A PNG that is said to be so large. */
  static Upload photo(int width, int height) {
    return upload("image/png", PICTURE, width, height);
  }

  public static ProviderSettings settings(
      PictureForm form, URI baseUrl, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.putIfAbsent("pictures", form.name().toLowerCase(Locale.ROOT));
    Protocol protocol = form == PictureForm.GEMINI ? Protocol.GEMINI : Protocol.OPENAI_CHAT;
    return new ProviderSettings("host", protocol, baseUrl, KeyPlace.NONE, Map.of(), all);
  }

  public static PictureProvider at(PictureForm form, URI baseUrl, Map<String, String> options)
      throws ProviderException {
    ProviderSettings settings = settings(form, baseUrl, options);
    return PictureForm.of(settings) == PictureForm.GEMINI
        ? new GeneratedPictures(CLIENT, Endpoint.of(settings, () -> Optional.of(KEY)))
        : new Images(CLIENT, PictureForm.of(settings), settings, () -> Optional.of(KEY));
  }

  /** A model as the catalogue knows it at one of its hosts. */
  static ModelCard known(String host, String model) {
    ProviderSettings there =
        settings(PictureForm.OPENAI, URI.create("https://" + host), Map.of("catalog", host));
    return ModelCard.named(new ModelRef("host", model))
        .with(CATALOG.facts(there, model))
        .with(CATALOG.pictures(there, model).orElse(null));
  }

  static ModelCard unknown(String model) {
    return ModelCard.named(new ModelRef("host", model));
  }

  /** An edit of one small picture, and so many results. */
  public static PictureRequest edit(int n) {
    return new PictureRequest(
        unknown("m"),
        INSTRUCTION,
        List.of(photo(3, 2)),
        null,
        new PictureOptions(null, null, n, null, null));
  }

  /** An edit of one picture that is so long. */
  public static PictureRequest editOf(long bytes, PictureRequest.Content content) {
    Upload upload = new Upload("image/png", 3, 2, bytes, content);
    return edit(unknown("m"), List.of(upload), null, PictureOptions.USUAL);
  }

  static PictureRequest edit(
      ModelCard card, List<Upload> sources, @Nullable Upload mask, PictureOptions options) {
    return new PictureRequest(card, INSTRUCTION, sources, mask, options);
  }

  public static Drawn draw(PictureProvider provider, PictureRequest request) {
    try (ChatStream stream = provider.edit(request)) {
      return Drawn.from(stream);
    }
  }
}
