/**
 * What a file is, found out by its content, and the exports of other programs, told in the words of
 * our own history. {@link dev.polylogue.transfer.incoming.Incoming} is the way in.
 *
 * <p>ChatGPT: {@code conversations.json} is a list; each has {@code mapping}, nodes by id with
 * {@code parent}, {@code children} and {@code message}, and {@code current_node}. A message has
 * {@code author.role}, {@code content.content_type}, {@code metadata.model_slug}. Pictures are
 * named by {@code asset_pointer} and lie in the archive under names that begin with the id in it.
 * Claude: a list of conversations with {@code chat_messages}, each with {@code sender}, {@code
 * content} blocks, {@code attachments} and, of late, {@code parent_message_uuid}.
 *
 * <p>Both become a tree of {@code Speech}, and {@code Graft} makes turns and replies of it: user
 * messages are turns, and each way down from one to the next, or to an end, is one reply. A turn
 * follows a turn and not a reply, so where the talk went on after one of several replies, each has
 * a turn of its own that says the same. What has no place there is kept as an opaque part, so that
 * our own export still holds it. Identifiers are derived from those of the source, so that the same
 * conversation is the same one next time.
 *
 * <p>May use: {@code conversation}, {@code transfer}, JSON. Thread rule: one thread at a time.
 */
package dev.polylogue.transfer.incoming;
