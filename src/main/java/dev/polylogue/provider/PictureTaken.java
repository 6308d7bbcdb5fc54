package dev.polylogue.provider;

/**
 * What a model takes of a picture that it is sent.
 *
 * @param side of the longer side, in pixels, at most
 * @param pixels in all, at most
 * @param bytes of the file, at most
 * @param ratio of the longer side to the shorter, at most
 * @param least of the shorter side, in pixels
 */
public record PictureTaken(int side, long pixels, long bytes, double ratio, int least) {}
