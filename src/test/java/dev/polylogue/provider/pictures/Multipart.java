package dev.polylogue.provider.pictures;

import dev.polylogue.provider.FaultHost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code multipart/form-data} taken apart byte by byte, with nothing of the program's in it. */
record Multipart(List<Part> parts) {
  record Part(String head, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  static Multipart of(FaultHost.Request request) {
    String type = request.header("Content-Type");
    String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
    byte[] all = request.bytes();
    byte[] between = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    List<Part> parts = new ArrayList<>();
    int at = find(all, between, 0);
    while (at >= 0) {
      int from = at + between.length + 2;
      int next = find(all, between, from);
      if (next >= 0) {
        parts.add(part(Arrays.copyOfRange(all, from, next - 2)));
      }
      at = next;
    }
    return new Multipart(parts);
  }

  private static Part part(byte[] bytes) {
    byte[] blank = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    int end = find(bytes, blank, 0);
    return new Part(
        new String(bytes, 0, end, StandardCharsets.UTF_8),
        Arrays.copyOfRange(bytes, end + blank.length, bytes.length));
  }

  private static int find(byte[] all, byte[] wanted, int from) {
    for (int i = from; i <= all.length - wanted.length; i++) {
      if (Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  /** The words of each part that is no file, as {@code name=value}. */
  List<String> fields() {
    return parts.stream()
        .filter(part -> !part.head().contains("filename"))
        .map(part -> name(part) + "=" + part.text())
        .toList();
  }

  List<Part> files() {
    return parts.stream().filter(part -> part.head().contains("filename")).toList();
  }

  static String name(Part part) {
    String head = part.head();
    int from = head.indexOf("name=\"") + "name=\"".length();
    return head.substring(from, head.indexOf('"', from));
  }
}
