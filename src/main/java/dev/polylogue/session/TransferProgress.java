package dev.polylogue.session;

/** Follows an export or import, and may end it. Called by the thread that does the work. */
public interface TransferProgress {
  /** For whom only the result matters. */
  TransferProgress NONE =
      new TransferProgress() {
        @Override
        public void at(long done, long all) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * @param done comparisons of an export, bytes of an import
   * @param all of these, or 0 when that is not known
   */
  void at(long done, long all);

  boolean isCancelled();
}
