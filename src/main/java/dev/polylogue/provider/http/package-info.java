/**
 * What every protocol needs of HTTP: a client with safe settings, requests with a key in one
 * header, a bounded reader of server-sent events, and one function that tells failures apart.
 *
 * <p>May use: {@code provider}, {@code provider.net}, {@code conversation}, OkHttp and Jackson.
 * Thread rule: {@link dev.polylogue.provider.http.HttpCall} is used by the thread that pulls the
 * answer and may be cancelled by any; the rest is immutable or safe.
 */
package dev.polylogue.provider.http;
