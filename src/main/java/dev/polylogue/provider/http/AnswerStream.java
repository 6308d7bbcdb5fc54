package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import okhttp3.OkHttpClient;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One streamed answer: sends the request at the first pull, then reads it event by event until the
 * end marker. Whatever arrived before a failure is handed out before the failure is thrown.
 */
public final class AnswerStream implements ChatStream {
  /** After the model said that it stopped, little is still to come (F82). */
  private static final long SECONDS_AFTER_FINISH = 2;

  private static final long MOST_PLAIN_BYTES = 64L << 20;
  private static final long MOST_PAGE_BYTES = 64L << 10;
  private static final int MOST_UNREADABLE = 3;

  private final OkHttpClient client;
  private final Endpoint endpoint;
  private final String path;
  private final byte[] request;
  private final AnswerDecoder decoder;

  private final Queue<ChatEvent> ready = new ArrayDeque<>();
  private final Redactor redactor = new Redactor();
  private volatile @Nullable HttpCall call;
  private volatile boolean closed;
  private @Nullable BufferedSource body;
  private @Nullable SseReader events;
  private @Nullable ProviderException failure;
  private boolean hurried;
  private boolean ended;
  private int unreadable;

  /**
   * @param path behind the provider's address, such as {@code chat/completions}
   * @param request the JSON to send
   */
  public AnswerStream(
      OkHttpClient client, Endpoint endpoint, String path, byte[] request, AnswerDecoder decoder) {
    this.client = client;
    this.endpoint = endpoint;
    this.path = path;
    this.request = request;
    this.decoder = decoder;
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    while (ready.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      if (ended) {
        return null;
      }
      try {
        advance();
      } catch (ProviderException e) {
        decoder.end(ready::add);
        failure = e;
        close();
      }
    }
    return ready.poll();
  }

  @Override
  public Phase phase() {
    HttpCall current = call;
    return current == null ? Phase.CONNECTING : current.phase();
  }

  @Override
  public void close() {
    closed = true;
    HttpCall current = call;
    if (current != null) {
      current.close();
    }
  }

  private void advance() throws ProviderException {
    SseReader reader = events;
    if (reader == null) {
      open();
    } else {
      readEvent(reader);
    }
  }

  private void open() throws ProviderException {
    HttpCall opened =
        new HttpCall(client, endpoint, endpoint.post(path, request, redactor), redactor);
    call = opened;
    if (closed) {
      opened.close();
    }
    BufferedSource source = opened.execute();
    body = source;
    ready.add(new ChatEvent.Started(opened.requestId(), null));
    try {
      switch (Sniffer.look(source)) {
        case EVENTS -> events = new SseReader(source.inputStream());
        case JSON -> readWhole(source);
        case PAGE -> throw notTheProtocol(page(source));
        case NOTHING -> throw empty();
      }
    } catch (IOException e) {
      throw NetworkFailures.duringAnswer(e, endpoint);
    }
  }

  /** A plain JSON answer to a request for a stream (F46, F47). */
  private void readWhole(BufferedSource source) throws IOException, ProviderException {
    if (source.request(MOST_PLAIN_BYTES)) {
      throw ProviderException.truncated("The answer is larger than 64 MiB and was not read.");
    }
    byte[] bytes = source.readByteArray();
    try {
      for (JsonNode document : Json.parseLeniently(bytes, 0, bytes.length)) {
        accept(document);
      }
    } catch (JacksonException e) {
      throw ProviderException.interrupted(
          FailureKind.DISCONNECTED,
          "%s sent JSON that breaks off or is damaged.".formatted(endpoint.name()));
    }
    if (!decoder.hasBegun()) {
      throw notTheProtocol(ErrorBody.read(new String(bytes, StandardCharsets.UTF_8)));
    }
    decoder.end(ready::add);
    ended = true;
    close();
  }

  private void readEvent(SseReader reader) throws ProviderException {
    try {
      if (!reader.next() || reader.dataIs("[DONE]")) {
        end(reader);
        return;
      }
    } catch (IOException e) {
      if (!decoder.isFinished()) {
        throw NetworkFailures.duringAnswer(e, endpoint);
      }
      end(reader);
      return;
    }
    readPayload(reader);
    BufferedSource source = body;
    HttpCall current = call;
    if (decoder.isFinished() && !hurried && source != null && current != null) {
      hurried = true;
      current.hurry(source, SECONDS_AFTER_FINISH);
    }
  }

  private void readPayload(SseReader reader) throws ProviderException {
    JsonNode payload;
    try {
      payload = Json.parse(reader.data(), 0, reader.length());
    } catch (JacksonException e) {
      readLeniently(reader);
      return;
    }
    accept(payload);
  }

  /** A damaged event is passed over, a few times; the answer then can't count as whole (F89). */
  private void readLeniently(SseReader reader) throws ProviderException {
    List<JsonNode> documents;
    try {
      documents = Json.parseLeniently(reader.data(), 0, reader.length());
    } catch (JacksonException e) {
      unreadable++;
      if (unreadable > MOST_UNREADABLE) {
        throw damaged();
      }
      return;
    }
    for (JsonNode document : documents) {
      accept(document);
    }
  }

  private void accept(JsonNode payload) throws ProviderException {
    decoder.accept(payload, ready::add);
    if (ErrorBody.isError(payload)) {
      throw ProviderException.failed(
          StatusFailures.inAnswer(ErrorBody.of(payload), endpoint, redactor));
    }
  }

  private void end(SseReader reader) throws ProviderException {
    boolean marked = reader.dataIs("[DONE]") || decoder.isFinished();
    if (!marked) {
      throw unfinished(reader);
    }
    if (unreadable > 0) {
      throw damaged();
    }
    decoder.end(ready::add);
    ended = true;
    close();
  }

  private ProviderException unfinished(SseReader reader) {
    if (decoder.hasBegun()) {
      return ProviderException.interrupted(
          FailureKind.DISCONNECTED,
          "%s ended the answer without a finish mark; it may be incomplete."
              .formatted(endpoint.name()));
    }
    return reader.stray().isEmpty()
        ? ProviderException.interrupted(
            FailureKind.DISCONNECTED,
            "%s closed the stream before the first word.".formatted(endpoint.name()))
        : notTheProtocol(new ErrorBody(reader.stray(), ""));
  }

  private ProviderException damaged() {
    return ProviderException.interrupted(
        FailureKind.PROTOCOL,
        "%s sent %d pieces that could not be read; the answer is incomplete."
            .formatted(endpoint.name(), unreadable));
  }

  private ProviderException empty() {
    return ProviderException.failed(
        FailureKind.PROTOCOL, "%s sent an empty answer.".formatted(endpoint.name()));
  }

  private static ErrorBody page(BufferedSource source) throws IOException {
    source.request(MOST_PAGE_BYTES);
    long length = Math.min(source.getBuffer().size(), MOST_PAGE_BYTES);
    return ErrorBody.read(source.readUtf8(length));
  }

  private ProviderException notTheProtocol(ErrorBody said) {
    String words = said.message().isBlank() ? "" : ": " + redactor.clean(said.message());
    return ProviderException.failed(
        FailureKind.PROTOCOL,
        "%s answered with something that is no model's answer; check the address of %s%s"
            .formatted(endpoint.name(), endpoint.provider(), words));
  }
}
