package dev.polylogue.provider.http;

/** What is kept of an answer. */
enum Recording {
  /** Every byte, up to a limit. */
  AS_IT_COMES,
  /** The same with a note in the place of each picture, which is kept as a file of its own. */
  WITHOUT_PICTURES,
  /** Only how long it is: it is a picture. */
  LENGTH_ONLY
}
