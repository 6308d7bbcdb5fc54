/**
 * OpenAI's two dialects, as their many hosts speak them: Chat Completions ({@code providers.md}, 4)
 * and Responses (5).
 *
 * <p><b>Chat Completions.</b> A request is one JSON object to {@code POST …/chat/completions} with
 * {@code stream:true}. The answer is a stream of events without names, each a {@code
 * chat.completion.chunk} whose {@code choices[0].delta} holds the next words; {@code finish_reason}
 * says why the model stopped; a chunk with {@code usage} may come before, with or after it; {@code
 * [DONE]} closes the stream. Hosts differ in where reasoning stands ({@code reasoning_content},
 * {@code reasoning}, an array in {@code content}, {@code <think>} in the text), in how they count
 * it, and in how they say that something went wrong in mid-stream.
 *
 * <p>Styles of {@link dev.polylogue.provider.Thinking} here: {@code effort} is {@code
 * reasoning_effort}; {@code openrouter} is {@code reasoning.effort}; {@code deepseek} is {@code
 * thinking.type} beside {@code reasoning_effort}; {@code switch} is {@code
 * chat_template_kwargs.enable_thinking}.
 *
 * <p><b>Responses.</b> A request to {@code POST …/responses} holds {@code input}, a list of items.
 * The answer is a stream of events named by {@code type}: output items are added, grow by deltas
 * and are done; each is known by its {@code output_index}. {@code response.completed}, {@code
 * response.incomplete} or {@code response.failed} closes the stream, with or without {@code [DONE]}
 * behind it. Nothing is stored at the host, so encrypted reasoning goes back with the next turn.
 * Style of reasoning: {@code effort} is {@code reasoning.effort}.
 *
 * <p>Some hosts answer either with one plain JSON object instead of a stream.
 *
 * <p>May use: {@code provider}, {@code provider.http}, {@code conversation}, OkHttp, Jackson.
 * Thread rule: a stream is pulled by one thread and may be closed by any.
 */
package dev.polylogue.provider.openai;
