package dev.polylogue.ui.transcript;

/** A piece of a line: words, or a control that stands where one character would. */
sealed interface Segment {

  record Words(String text) implements Segment {}

  record Placed(Widget widget) implements Segment {}

  Segment NOTHING = new Words("");
}
