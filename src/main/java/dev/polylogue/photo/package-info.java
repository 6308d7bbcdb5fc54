/**
 * Photos and what is computed with them, without a screen: taken in and checked, prepared for a
 * provider with nothing in them but pixels, masked, compared with what came back, put together with
 * it, named, laid out on a contact sheet, and kept decoded for a while.
 *
 * <p>Coordinates are pixels of the upright photo, from its upper left corner: of the preview, the
 * mask and what is sent alike (I31).
 *
 * <p>May use: {@code conversation}, {@code media}; Java2D. Thread rule: a {@link
 * dev.polylogue.photo.Mask} belongs to one thread, which may be that of the screen; everything else
 * may be called from any thread and may take seconds, so never from that of the screen.
 */
package dev.polylogue.photo;
