package dev.polylogue.history;

/** Who else uses a data folder. Any thread; every call blocks. */
interface Company extends AutoCloseable {
  /** Something that depends on whether anybody else does. */
  @FunctionalInterface
  interface Task {
    /**
     * @param alone whether no other program uses the folder
     */
    void run(boolean alone) throws HistoryException;
  }

  /** Does something while nobody comes in. Short: who wants to come in waits. */
  void whileKnown(Task task) throws HistoryException;

  /** Leaves the folder. */
  @Override
  void close();
}
