/**
 * What files are and what is in pictures: reads regular files only, tells what they are by their
 * first bytes, checks the header of a picture before its pixels, and brings pixels upright into
 * plain sRGB; says what else stood in the file, and writes files with nothing but pixels in them
 * ({@code faults.md}, 6).
 *
 * <p>May use: {@code conversation}; ImageIO, Java2D, TwelveMonkeys (WebP), metadata-extractor
 * (EXIF), the last two in here only. Thread rule: any thread; every call may block and take
 * seconds, so never the FX thread.
 */
package dev.polylogue.media;
