package dev.polylogue.provider.net;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** A certificate was refused, and why. */
public final class UntrustedException extends CertificateException {
  private static final long serialVersionUID = 1;

  /** The ways in which a certificate fails. */
  public enum Reason {
    EXPIRED,
    NOT_YET_VALID,
    SELF_SIGNED,
    UNKNOWN_ISSUER,
    WRONG_HOST,
    /** Another one was added for this host. */
    CHANGED
  }

  private final Reason reason;
  private final transient X509Certificate certificate;

  UntrustedException(Reason reason, X509Certificate certificate) {
    super(reason.name());
    this.reason = reason;
    this.certificate = certificate;
  }

  public Reason reason() {
    return reason;
  }

  /** The one that the host calls its own. */
  public X509Certificate certificate() {
    return certificate;
  }
}
