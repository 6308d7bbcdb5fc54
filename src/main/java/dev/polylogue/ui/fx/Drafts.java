package dev.polylogue.ui.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands what is being written to the store, and once more what the store did not take (D15). Of
 * what can't be stored for a while it tells once. FX thread.
 *
 * @param <K> what a draft belongs to
 * @param <T> a draft
 */
public final class Drafts<K, T> {
  /** Stores the draft of an owner. Blocks. */
  @FunctionalInterface
  public interface Store<K, T> {
    void keep(K owner, T draft) throws Exception;
  }

  private final Store<K, T> store;
  private final Work inOrder;
  private final Consumer<? super Exception> trouble;
  private final Map<K, T> unstored = new LinkedHashMap<>();
  private String told = "";
  private int underway;

  /**
   * @param inOrder done one piece after another, so that the newest draft is stored last
   */
  public Drafts(Store<K, T> store, Work inOrder, Consumer<? super Exception> trouble) {
    this.store = store;
    this.inOrder = inOrder;
    this.trouble = trouble;
  }

  /** What was to be kept last and is not stored yet. */
  public Optional<T> unstored(K owner) {
    return Optional.ofNullable(unstored.get(owner));
  }

  public boolean isAllStored() {
    return unstored.isEmpty();
  }

  /** The draft takes the place of an earlier one. */
  public void keep(K owner, T draft) {
    unstored.put(owner, draft);
    hand(owner, draft);
  }

  /** The store lets go of it by other ways, with what is handed over next. */
  public void forget(K owner) {
    unstored.remove(owner);
  }

  /**
   * Tries what was not taken again, once nothing is under way any more.
   *
   * @param last whether there is no other time, so that what is under way may fail too late
   */
  public void again(boolean last) {
    if (last || underway == 0) {
      Map.copyOf(unstored).forEach(this::hand);
    }
  }

  private void hand(K owner, T draft) {
    underway++;
    inOrder.act(() -> store.keep(owner, draft), () -> stored(owner, draft), this::failed);
  }

  private void stored(K owner, T draft) {
    underway--;
    unstored.remove(owner, draft);
    if (unstored.isEmpty()) {
      told = "";
    }
  }

  private void failed(Exception failure) {
    underway--;
    String words = failure.toString();
    if (!words.equals(told)) {
      told = words;
      trouble.accept(failure);
    }
  }
}
