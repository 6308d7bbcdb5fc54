package dev.polylogue.ui.kit;

import dev.polylogue.ui.fx.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Things that take their time to be made. Each is made once for all who want it meanwhile, and
 * those that were wanted last are kept. FX thread; makes them elsewhere.
 */
public final class Recent<K, V> {
  /** Somebody who waits for a thing. */
  private record Viewer<V>(Consumer<? super V> seen, Consumer<? super Exception> missing) {}

  private final Work work;
  private final long most;
  private final ToLongFunction<? super V> weight;
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<K, List<Viewer<V>>> awaited = new HashMap<>();

  /**
   * @param work each piece on its own
   * @param most what may be kept, in what the weight is counted in; the latest is kept whatever it
   *     weighs
   */
  public Recent(Work work, long most, ToLongFunction<? super V> weight) {
    this.work = work;
    this.most = most;
    this.weight = weight;
  }

  /**
   * Hands a thing over, at once if it was wanted lately.
   *
   * @param missing called instead when it can't be made
   */
  public void want(
      K key,
      Callable<? extends V> making,
      Consumer<? super V> seen,
      Consumer<? super Exception> missing) {
    V known = kept.get(key);
    if (known != null) {
      seen.accept(known);
      return;
    }
    List<Viewer<V>> viewers = awaited.get(key);
    if (viewers != null) {
      viewers.add(new Viewer<>(seen, missing));
      return;
    }
    awaited.put(key, new ArrayList<>(List.of(new Viewer<>(seen, missing))));
    work.run(
        making,
        made -> arrived(key, made),
        failure -> viewers(key).forEach(viewer -> viewer.missing.accept(failure)));
  }

  private void arrived(K key, V made) {
    kept.put(key, made);
    long sum = kept.values().stream().mapToLong(weight).sum();
    var eldest = kept.values().iterator();
    while (sum > most && kept.size() > 1) {
      sum -= weight.applyAsLong(eldest.next());
      eldest.remove();
    }
    viewers(key).forEach(viewer -> viewer.seen.accept(made));
  }

  private List<Viewer<V>> viewers(K key) {
    List<Viewer<V>> viewers = awaited.remove(key);
    return viewers == null ? List.of() : viewers;
  }
}
