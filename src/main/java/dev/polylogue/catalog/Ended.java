package dev.polylogue.catalog;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ModelFacts.Retirement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service, or a part of one, that is gone.
 *
 * @param hosts see {@link Host}
 * @param status only with this status, or null
 * @param says only when the failure says so, in small letters; empty for any words
 */
record Ended(List<String> hosts, @Nullable Integer status, String says, Retirement retirement) {
  /** Once a service is gone, in the end its address is too. */
  private static final Set<FailureKind> GONE =
      Set.of(FailureKind.NOT_FOUND, FailureKind.DNS, FailureKind.CONNECT);

  boolean explains(ProviderSettings provider, Failure failure) {
    boolean kind = GONE.contains(failure.kind()) || (status != null && says(failure));
    return kind
        && Host.isAmong(hosts, provider.baseUrl())
        && (status == null || status.equals(failure.status()))
        && says(failure);
  }

  private boolean says(Failure failure) {
    return failure.message().toLowerCase(Locale.ROOT).contains(says);
  }
}
