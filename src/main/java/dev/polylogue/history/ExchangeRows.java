package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Protocol;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What went over the wire for each reply. */
final class ExchangeRows {
  private final Db db;

  ExchangeRows(Db db) {
    this.db = db;
  }

  void add(UUID reply, List<Exchange> exchanges) throws SQLException {
    int ordinal = 0;
    for (Exchange exchange : exchanges) {
      Exchange.Request sent = exchange.request();
      Exchange.Response received = exchange.response();
      db.run(
          "INSERT INTO exchange VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          reply,
          ordinal++,
          exchange.provider(),
          exchange.protocol().word(),
          sent.method(),
          sent.url(),
          json(sent.headers()),
          zipped(sent.body()),
          sent.bodySize(),
          received == null ? null : received.status(),
          received == null ? null : json(received.headers()),
          received == null ? null : zipped(received.body()),
          received == null ? null : received.bodySize());
    }
  }

  /** In the order in which they were made. */
  List<Exchange> of(UUID reply) throws SQLException {
    return db.list(
        "SELECT * FROM exchange WHERE reply = ? ORDER BY ordinal", ExchangeRows::read, reply);
  }

  private static Exchange read(Row row) throws SQLException {
    return new Exchange(
        row.text("provider"),
        Protocol.named(row.text("protocol"))
            .orElseThrow(() -> new SQLException("unknown protocol")),
        new Exchange.Request(
            row.text("method"),
            row.text("url"),
            headers(row.text("request_headers")),
            unzipped(row.bytes("request_body")),
            number(row, "request_size")),
        response(row));
  }

  private static Exchange.@Nullable Response response(Row row) throws SQLException {
    Long status = row.longOrNull("status");
    return status == null
        ? null
        : new Exchange.Response(
            status.intValue(),
            headers(row.text("response_headers")),
            unzipped(row.bytes("response_body")),
            number(row, "response_size"));
  }

  private static long number(Row row, String column) throws SQLException {
    Long value = row.longOrNull(column);
    return value == null ? 0 : value;
  }

  private static String json(List<Exchange.Header> headers) {
    ArrayNode list = JsonMapper.shared().createArrayNode();
    headers.forEach(header -> list.addArray().add(header.name()).add(header.value()));
    return list.toString();
  }

  private static List<Exchange.Header> headers(String json) {
    List<Exchange.Header> headers = new ArrayList<>();
    for (JsonNode pair : JsonMapper.shared().readTree(json)) {
      headers.add(new Exchange.Header(pair.get(0).asString(), pair.get(1).asString()));
    }
    return headers;
  }

  private static byte[] zipped(Bytes bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Bytes unzipped(byte[] zipped) throws SQLException {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return Bytes.owning(zip.readAllBytes());
    } catch (IOException e) {
      throw new SQLException("a stored exchange is damaged", e);
    }
  }
}
