/**
 * Anthropic Messages ({@code providers.md}, 6).
 *
 * <p>A request is one JSON object to {@code POST …/messages} with {@code stream:true}, the header
 * {@code anthropic-version} and always an output limit. The answer is a stream of events that carry
 * their {@code type} in the JSON: {@code message_start} with the prompt's token count; for each
 * block {@code content_block_start}, {@code content_block_delta}s and {@code content_block_stop},
 * told apart by {@code index}; {@code message_delta} with the reason and the final count; {@code
 * message_stop}, which alone makes the answer whole. A block is text, thinking, encrypted thinking,
 * a call of the user's tool, or a call of a tool that Anthropic itself runs with its result. Reason
 * {@code pause_turn} asks to send the content back as it is and so to go on.
 *
 * <p>Reasoning is set in one of two styles. {@code adaptive}: {@code thinking:{type:adaptive}} with
 * {@code output_config.effort}, where {@code none} is {@code thinking:{type:disabled}}. {@code
 * budget}, for the 4.5 family and older: {@code thinking:{type:enabled,budget_tokens}}, where
 * {@code none} leaves it out.
 *
 * <p>Thinking of earlier turns is never sent back: newer models bind it to the words before it and
 * refuse it once these changed. Searches with their encrypted results go back to the model that
 * made them while the search is on.
 *
 * <p>May use: {@code provider}, {@code provider.http}, {@code conversation}, OkHttp, Jackson.
 * Thread rule: a stream is pulled by one thread and may be closed by any.
 */
package dev.polylogue.provider.anthropic;
