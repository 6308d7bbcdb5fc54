package dev.polylogue.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Where in a log the pages lie that are newer there than in the database.
 *
 * @param places in bytes from the beginning of the log, by the number of the page
 * @param count how many pages the database has with them; 0 where the log holds none
 */
record LogPages(Map<Long, Long> places, long count) {
  private static final LogPages NONE = new LogPages(Map.of(), 0);

  LogPages {
    places = Map.copyOf(places);
  }

  /** Of the commits that are whole, as in {@link LogFile}; of a log with other pages none. */
  static LogPages of(Path log, int pageSize) throws IOException {
    int frames = LogFile.of(log).frames();
    if (frames == 0) {
      return NONE;
    }
    Map<Long, Long> places = new HashMap<>();
    long count = 0;
    try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(12);
      file.read(head, 0);
      if (head.getInt(8) != pageSize) {
        return NONE;
      }
      for (long i = 0; i < frames; i++) {
        long frame = LogFile.HEADER + i * (LogFile.FRAME_HEADER + pageSize);
        file.read(head.clear(), frame);
        places.put(Integer.toUnsignedLong(head.getInt(0)), frame + LogFile.FRAME_HEADER);
        count = LogFile.isCommit(head) ? Integer.toUnsignedLong(head.getInt(4)) : count;
      }
    }
    return new LogPages(places, count);
  }
}
