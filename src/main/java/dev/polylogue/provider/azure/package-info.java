/**
 * What is particular to Azure: many addresses for one resource, and deployments whose names say
 * nothing of how they want to be spoken to. The wire dialects themselves are those of the OpenAI
 * and Anthropic packages ({@code providers.md}, 9.2).
 *
 * <p>May use: {@code provider}, {@code conversation}. Thread rule: everything here is immutable;
 * any thread may call.
 */
package dev.polylogue.provider.azure;
