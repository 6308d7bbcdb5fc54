/**
 * Votes on replies that stood against each other, and what they say about the models.
 *
 * <p>Strengths follow Bradley and Terry (1952): the odds that one contestant beats another are the
 * ratio of their strengths. They are fitted by maximum likelihood (Newton's method; the likelihood
 * is concave, see Hunter, <i>MM algorithms for generalized Bradley–Terry models</i>, 2004). A tie
 * counts as half a win for each side, as in Chiang et al., <i>Chatbot Arena</i>, 2024. One made-up
 * game, half won and half lost, against an average opponent keeps contestants finite that never
 * lost. Strengths are written like Elo numbers: an average of 1000, and 400 points for odds of ten
 * to one. Contestants that no chain of games joins have no common scale; their groups say so.
 *
 * <p>"All bad" is kept and counted for each contestant, but says nothing about who is better.
 *
 * <p>May use: {@code conversation}. Thread rule: plain values and functions, any thread; a
 * leaderboard of many votes takes up to seconds, so never on the FX thread.
 */
package dev.polylogue.vote;
