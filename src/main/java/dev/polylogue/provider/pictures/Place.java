package dev.polylogue.provider.pictures;

import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.http.WireBody;
import dev.polylogue.provider.http.WireRequest;
import java.util.List;
import java.util.Map;

/**
 * Where a request goes, and what its host makes of it.
 *
 * @param prefix of the path, with a slash at its end, or empty
 * @param query parameters of the address
 * @param namesModel whether the model stands in the body, since it does not in the address
 * @param sketches how many a streamed answer is to show on its way; negative where none is streamed
 */
record Place(String prefix, Map<String, String> query, boolean namesModel, int sketches) {
  /** A host without peculiarities. */
  static Place plain(int sketches) {
    return new Place("", Map.of(), true, sketches);
  }

  WireRequest request(String path, WireBody body, List<Warning> warnings) {
    return new WireRequest(prefix + path, query, Map.of(), body, warnings);
  }
}
