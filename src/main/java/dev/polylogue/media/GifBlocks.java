package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.Metadata.Trace;
import java.util.EnumSet;
import java.util.Set;

/**
 * What blocks a GIF has, counted without decoding one (I22).
 *
 * @param frames pictures, of which only the first is ever decoded
 */
record GifBlocks(int frames, Set<Trace> traces) {

  static GifBlocks of(Bytes bytes) {
    int frames = 0;
    Set<Trace> traces = EnumSet.noneOf(Trace.class);
    int at = bytes.size() < 13 ? bytes.size() : 13 + colours(bytes.at(10));
    while (at + 2 < bytes.size()) {
      int kind = bytes.at(at) & 0xff;
      if (kind == 0x2c && at + 10 < bytes.size()) {
        frames++;
        at = skip(bytes, at + 11 + colours(bytes.at(at + 9)));
      } else if (kind == 0x21) {
        int label = bytes.at(at + 1) & 0xff;
        if (label == 0xfe) {
          traces.add(Trace.COMMENT);
        } else if (label == 0xff && new Chunk("", at + 3, 11).begins(bytes, "XMP Data")) {
          traces.add(Trace.XMP);
        }
        at = skip(bytes, at + 2);
      } else {
        break;
      }
    }
    return new GifBlocks(frames, traces);
  }

  /** Bytes of the table of colours that such flags announce. */
  private static int colours(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** Behind the blocks that begin here, of which the last is empty. */
  private static int skip(Bytes bytes, int from) {
    int at = from;
    while (at < bytes.size() && bytes.at(at) != 0) {
      at += 1 + (bytes.at(at) & 0xff);
    }
    return at + 1;
  }
}
