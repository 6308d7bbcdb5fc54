/**
 * OpenAI Chat Completions, as its many hosts speak it ({@code providers.md}, 4).
 *
 * <p>A request is one JSON object to {@code POST …/chat/completions} with {@code stream:true}. The
 * answer is a stream of events without names, each a {@code chat.completion.chunk} whose {@code
 * choices[0].delta} holds the next words; {@code finish_reason} says why the model stopped; a chunk
 * with {@code usage} may come before, with or after it; {@code [DONE]} closes the stream. Hosts
 * differ in where reasoning stands ({@code reasoning_content}, {@code reasoning}, an array in
 * {@code content}, {@code <think>} in the text), in how they count it, and in how they say that
 * something went wrong in mid-stream. Some answer with one plain JSON object instead.
 *
 * <p>May use: {@code provider}, {@code provider.http}, {@code conversation}, OkHttp, Jackson.
 * Thread rule: a stream is pulled by one thread and may be closed by any.
 */
package dev.polylogue.provider.openai;
