package dev.polylogue.provider.sandbox;

import dev.polylogue.conversation.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of the type {@code multipart/form-data} (RFC 7578).
 *
 * @param fields in their order; one name may come several times
 */
record Form(List<Field> fields) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

  record Field(String name, Bytes content) {}

  /**
   * Takes a body apart.
   *
   * @throws IllegalArgumentException when it is none, in words
   */
  static Form read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
        || !boundary.find()) {
      throw new IllegalArgumentException("The request is no multipart/form-data.");
    }
    byte[] line = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    List<Field> fields = new ArrayList<>();
    int at = find(body, line, 0);
    while (at >= 0) {
      int head = at + line.length + 2;
      int content = find(body, HEAD_END, head);
      int next = find(body, line, head);
      if (content < 0 || next < 0 || content > next) {
        break;
      }
      String header = new String(body, head, content - head, StandardCharsets.UTF_8);
      Matcher name = NAME.matcher(header);
      if (name.find()) {
        int from = content + HEAD_END.length;
        byte[] bytes = new byte[Math.max(0, next - 2 - from)];
        System.arraycopy(body, from, bytes, 0, bytes.length);
        fields.add(new Field(name.group(1), Bytes.owning(bytes)));
      }
      at = next;
    }
    return new Form(List.copyOf(fields));
  }

  private static int find(byte[] body, byte[] wanted, int from) {
    for (int i = from; i <= body.length - wanted.length; i++) {
      int same = 0;
      while (same < wanted.length && body[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }

  Optional<Bytes> file(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name) || field.name().equals(name + "[]"))
        .map(Field::content)
        .findFirst();
  }

  /** {@code ""} where there is none. */
  String text(String name) {
    return file(name).map(Bytes::text).orElse("").strip();
  }

  int number(String name, int otherwise) {
    String text = text(name);
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
  }
}
