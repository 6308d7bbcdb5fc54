/**
 * Pictures made and edited by the <em>Images</em> dialects ({@code providers.md}, 11), whose
 * answers are alike: {@code data} with a picture each, as Base64 in {@code b64_json} or by address
 * in {@code url}, and {@code usage}.
 *
 * <p><b>OpenAI</b>, and whoever is compatible with it, takes an edit as {@code multipart/form-data}
 * at {@code images/edits}: {@code prompt}, {@code image} or several {@code image[]}, {@code mask};
 * and JSON at {@code images/generations} where nothing is to be edited. With {@code stream} it
 * sends events that end in {@code .partial_image} and {@code .completed}. <b>xAI</b> takes JSON at
 * either path, with data URIs, shapes in place of sizes, and no mask; <b>OpenRouter</b> JSON at
 * {@code images}. <b>Azure</b> speaks OpenAI's dialect for GPT Image and FLUX Kontext, that of
 * Black Forest Labs for the other FLUX models, and one of its own for MAI.
 *
 * <p>May use: {@code provider}, {@code provider.http}, {@code conversation}, OkHttp, Jackson.
 * Thread rule: a stream is pulled by one thread and may be closed by any; the rest is immutable.
 */
package dev.polylogue.provider.pictures;
