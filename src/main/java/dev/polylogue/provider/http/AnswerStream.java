package dev.polylogue.provider.http;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One streamed answer: sends the request at the first pull, then reads it event by event until the
 * end marker. Whatever arrived before a failure is handed out before the failure is thrown.
 */
public final class AnswerStream implements ChatStream {
  /** After the model said that it stopped, little is still to come (F82). */
  private static final Duration AFTER_FINISH = Duration.ofSeconds(2);

  private static final long MOST_PLAIN_BYTES = 64L << 20;

  /** Several pictures as Base64 in one object. */
  private static final long MOST_PICTURES_BYTES = 192L << 20;

  private static final int MOST_UNREADABLE = 3;

  /** Requests for one answer, where a provider pauses ({@code providers.md}, 6.2 and 7.1). */
  private static final int MOST_CONTINUATIONS = 6;

  private final OkHttpClient client;
  private final Endpoint endpoint;
  private final AnswerDecoder decoder;
  private final AnswerFailures failures;

  private final Queue<ChatEvent> ready = new ArrayDeque<>();
  private final Redactor redactor = new Redactor();
  private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
  private final Object asking = new Object();
  private WireRequest request;
  private @Nullable Thread asker;
  private volatile @Nullable HttpCall call;
  private volatile boolean closed;
  private @Nullable SseReader events;
  private @Nullable ProviderException failure;
  private boolean hurried;
  private boolean ended;
  private int unreadable;

  public AnswerStream(
      OkHttpClient client, Endpoint endpoint, WireRequest request, AnswerDecoder decoder) {
    this.client = client;
    this.endpoint = endpoint;
    this.request = request;
    this.decoder = decoder;
    this.failures = new AnswerFailures(endpoint, redactor);
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
  public @Nullable Long connectMillis() {
    HttpCall current = call;
    return current == null ? null : current.connectMillis();
  }

  @Override
  public Phase phase() {
    HttpCall current = call;
    return current == null ? Phase.CONNECTING : current.phase();
  }

  @Override
  public List<Exchange> exchanges() {
    return calls.stream().map(HttpCall::exchange).toList();
  }

  @Override
  public void close() {
    synchronized (asking) {
      closed = true;
      if (asker != null) {
        asker.interrupt();
      }
    }
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
    request.warnings().forEach(warning -> ready.add(new ChatEvent.Warned(warning)));
    HttpCall opened = prepared();
    calls.add(opened);
    call = opened;
    if (closed) {
      opened.close();
    }
    BufferedSource source;
    try {
      source = opened.execute();
    } finally {
      if (opened.requestId() != null) {
        ready.add(new ChatEvent.Started(opened.requestId(), null));
      }
    }
    try {
      switch (Sniffer.look(source)) {
        case EVENTS -> events = new SseReader(source.inputStream(), decoder.mostEventBytes());
        case JSON -> readWhole(source);
        case PAGE -> throw failures.page(source);
        case NOTHING -> throw failures.empty();
      }
    } catch (IOException e) {
      throw opened.broken(e);
    }
  }

  /** Fetches the key, for which a keychain may wait until the user has unlocked it. */
  private HttpCall prepared() throws ProviderException {
    synchronized (asking) {
      if (!closed) {
        asker = Thread.currentThread();
      }
    }
    try {
      Recording recording =
          decoder.isOfPictures() ? Recording.WITHOUT_PICTURES : Recording.AS_IT_COMES;
      return HttpCall.post(client, endpoint, request, redactor, recording);
    } finally {
      synchronized (asking) {
        if (asker != null && closed) {
          Thread.interrupted(); // ended the wait for the key, and is to end nothing else
        }
        asker = null;
      }
    }
  }

  /** A plain JSON answer to a request for a stream (F46, F47). */
  private void readWhole(BufferedSource source) throws IOException, ProviderException {
    long most = decoder.isOfPictures() ? MOST_PICTURES_BYTES : MOST_PLAIN_BYTES;
    if (source.request(most)) {
      throw ProviderException.truncated(
          "The answer is larger than %d MiB and was not read.".formatted(most >> 20));
    }
    byte[] bytes = source.readByteArray();
    try {
      for (JsonNode document : Json.parseLeniently(bytes, 0, bytes.length)) {
        accept(document);
      }
    } catch (JacksonException e) {
      throw failures.damagedJson();
    }
    if (!decoder.hasBegun()) {
      throw failures.notTheProtocol(ErrorBody.read(new String(bytes, StandardCharsets.UTF_8)));
    }
    goOn();
  }

  private void readEvent(SseReader reader) throws ProviderException {
    try {
      if (!reader.next() || reader.dataIs("[DONE]")) {
        end(reader);
        return;
      }
    } catch (IOException e) {
      HttpCall current = call;
      if (!decoder.isFinished()) {
        throw current == null ? NetworkFailures.duringAnswer(e, endpoint) : current.broken(e);
      }
      end(reader);
      return;
    }
    readPayload(reader);
    HttpCall current = call;
    if (decoder.isFinished() && !hurried && current != null) {
      hurried = true;
      current.hurry(AFTER_FINISH);
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
        throw failures.damaged(unreadable);
      }
      return;
    }
    for (JsonNode document : documents) {
      accept(document);
    }
  }

  private void accept(JsonNode payload) throws ProviderException {
    boolean first = !decoder.hasBegun();
    try {
      decoder.accept(payload, ready::add);
      if (ErrorBody.isError(payload)) {
        throw failures.inAnswer(payload);
      }
    } catch (ProviderException e) {
      throw first ? AnswerFailures.atOnce(e) : e;
    }
  }

  private void end(SseReader reader) throws ProviderException {
    boolean marked = reader.dataIs("[DONE]") || decoder.isFinished();
    if (!marked) {
      throw failures.unfinished(reader.stray(), decoder.hasBegun());
    }
    if (unreadable > 0) {
      throw failures.damaged(unreadable);
    }
    goOn();
  }

  /** The end, unless the provider only paused: then it is asked for the rest. */
  private void goOn() {
    ObjectNode rest = calls.size() < MOST_CONTINUATIONS ? decoder.continuation() : null;
    if (rest == null || closed) {
      decoder.end(ready::add);
      ended = true;
      close();
      return;
    }
    ready.add(
        new ChatEvent.Warned(
            new Warning(
                "",
                "%s paused in the middle of the answer and was asked to go on; each part is billed (request %d)."
                    .formatted(endpoint.name(), calls.size() + 1))));
    HttpCall paused = call;
    if (paused != null) {
      paused.close();
    }
    request = request.with(rest);
    events = null;
    hurried = false;
  }
}
