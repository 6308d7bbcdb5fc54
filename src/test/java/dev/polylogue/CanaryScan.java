package dev.polylogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Looks for keys where none may be: in files, in what a database holds, inside compressed data, and
 * in what processes were started with. A key is looked for as it is and as JSON, addresses, Base64
 * and UTF-16 would write it.
 */
public final class CanaryScan {
  private final Map<String, byte[]> shapes = new LinkedHashMap<>();

  public CanaryScan(List<String> canaries) {
    for (String canary : canaries) {
      byte[] plain = canary.getBytes(StandardCharsets.UTF_8);
      shapes.put(canary, plain);
      shapes.put(canary + " as UTF-16", canary.getBytes(StandardCharsets.UTF_16LE));
      String json = canary.replace("\\", "\\\\").replace("\"", "\\\"");
      shapes.put(canary + " in JSON", json.getBytes(StandardCharsets.UTF_8));
      String address = URLEncoder.encode(canary, StandardCharsets.UTF_8);
      shapes.put(canary + " in an address", address.getBytes(StandardCharsets.UTF_8));
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(plain);
      // what stands before it shifts the last characters
      shapes.put(
          canary + " as Base64",
          base64.substring(0, base64.length() - 2).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Where keys were found in a text. */
  public List<String> in(String where, String text) {
    return in(where, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Where keys were found in bytes, and in what they unpack to. */
  public List<String> in(String where, byte[] bytes) {
    List<String> hits = new ArrayList<>();
    shapes.forEach(
        (name, shape) -> {
          if (contains(bytes, shape)) {
            hits.add(where + ": " + name);
          }
        });
    if (bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b) {
      hits.addAll(in(where + " unpacked", unpacked(bytes)));
    }
    return hits;
  }

  /** Where keys were found below a folder: in each file, and in each cell of each database. */
  public List<String> below(Path folder) throws Exception {
    List<String> hits = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hits.addAll(in(file.toString(), Files.readAllBytes(file)));
        if (file.toString().endsWith(".db")) {
          hits.addAll(inDatabase(file));
        }
      }
    }
    return hits;
  }

  /** Where keys were found in the arguments of a process and its children. Linux only. */
  public List<String> inArguments(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .flatMap(one -> in("arguments of " + one.pid(), read("/proc/%d/cmdline", one)).stream())
        .toList();
  }

  /** Where keys were found in the environment of the children of a process. Linux only. */
  public List<String> inChildEnvironments(ProcessHandle process) {
    return process
        .descendants()
        .flatMap(one -> in("environment of " + one.pid(), read("/proc/%d/environ", one)).stream())
        .toList();
  }

  private List<String> inDatabase(Path file) throws SQLException {
    List<String> hits = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet tables =
            connection
                .createStatement()
                .executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      List<String> names = new ArrayList<>();
      while (tables.next()) {
        names.add(tables.getString(1));
      }
      for (String name : names) {
        hits.addAll(inTable(connection, name, file));
      }
    }
    return hits;
  }

  private List<String> inTable(Connection connection, String table, Path file) throws SQLException {
    List<String> hits = new ArrayList<>();
    try (ResultSet rows =
        connection.createStatement().executeQuery("SELECT * FROM \"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          byte[] cell = rows.getBytes(column);
          if (cell != null) {
            String where = file + " " + table + "." + rows.getMetaData().getColumnName(column);
            hits.addAll(in(where, cell));
          }
        }
      }
    }
    return hits;
  }

  private static byte[] read(String pattern, ProcessHandle process) {
    try {
      return Files.readAllBytes(Path.of(pattern.formatted(process.pid())));
    } catch (IOException e) {
      return new byte[0]; // it has ended
    }
  }

  private static byte[] unpacked(byte[] packed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int from = 0; from + wanted.length <= bytes.length; from++) {
      if (java.util.Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
