package dev.slipway.page;

/**
 * A part of a line in one color.
 *
 * @param kind the class of the style sheet: {@code key}, {@code comment}, {@code string}, {@code expression} or
 *     {@code plain}
 */
public record Piece(String kind, String text) {}
