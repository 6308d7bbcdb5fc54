/**
 * What the program knows of models as data: {@code resources/catalog/models.json} and, laid over it
 * row by row, the user's own {@code models.json}. The fields are explained in the file itself,
 * under {@code about}.
 *
 * <p>May use: {@code conversation}, {@code provider} and JSON. Thread rule: loading reads files and
 * blocks; what was loaded never changes and never blocks, so any thread may ask.
 */
package dev.polylogue.catalog;
