package dev.polylogue.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in a key file: a first line that names the format, a line {@code account TAB key} for
 * each key, and a last line by which a cut file is told from a whole one. UTF-8.
 */
final class KeyFileText {
  private static final String FIRST = "polylogue keys 1";
  private static final String LAST = "end of keys";

  private KeyFileText() {}

  static byte[] of(Map<String, String> keys) {
    StringBuilder text = new StringBuilder(FIRST).append('\n');
    keys.forEach((account, key) -> text.append(account).append('\t').append(key).append('\n'));
    return text.append(LAST).append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IOException when it is not a whole file of this format; the message quotes nothing of
   *     it
   */
  static Map<String, String> parse(byte[] bytes) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    List<String> lines = List.of(text.split("\n", -1));
    int last = lines.size() - 2;
    if (last < 1
        || !lines.getFirst().equals(FIRST)
        || !lines.get(last).equals(LAST)
        || !lines.getLast().isEmpty()) {
      throw new IOException("it is not a whole key file of this version");
    }
    Map<String, String> keys = new TreeMap<>();
    for (String line : lines.subList(1, last)) {
      int tab = line.indexOf('\t');
      if (tab < 1 || tab == line.length() - 1) {
        throw new IOException("a line of it is damaged");
      }
      keys.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return keys;
  }
}
