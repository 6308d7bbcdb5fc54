/**
 * Gemini's {@code generateContent} ({@code providers.md}, 7).
 *
 * <p>A request is one JSON object to {@code POST …/models/MODEL:streamGenerateContent?alt=sse}. The
 * answer is a stream of events without names, each a whole response object that holds the new parts
 * only; without {@code alt=sse} it is one JSON array of the same objects, which is read as well.
 * There is no end marker: the answer is whole once a chunk had a {@code finishReason}. Parts are
 * text, thoughts ({@code thought:true}), pictures ({@code inlineData}), calls of tools, and code
 * that was run. A prompt that is refused has no candidate but a {@code blockReason}. Reason {@code
 * CONTINUATION} asks to send the same request again with a token.
 *
 * <p>A part may carry a {@code thoughtSignature}, which the model wants back on the same part; so
 * the parts of an answer that has one are kept as they came, thoughts left out, and pictures by
 * their number. Only the same model at the same address gets them back.
 *
 * <p>Reasoning is set in one of two styles: {@code level} is {@code thinkingConfig.thinkingLevel},
 * {@code budget} is {@code thinkingConfig.thinkingBudget} in tokens, 0 for none.
 *
 * <p>Addresses of sources lead through a redirect of Google's that ends to work after some time;
 * nothing here follows them.
 *
 * <p>May use: {@code provider}, {@code provider.http}, {@code conversation}, OkHttp, Jackson.
 * Thread rule: a stream is pulled by one thread and may be closed by any.
 */
package dev.polylogue.provider.gemini;
