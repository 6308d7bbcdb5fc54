package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.HostQuestion;
import java.util.function.LongSupplier;

/**
 * What keeps a photo from going out by mistake.
 *
 * @param hosts asks before the first goes to a host
 * @param nanos a clock that never goes back, in nanoseconds, by which repeated presses are told
 */
public record Caution(HostQuestion hosts, LongSupplier nanos) {}
