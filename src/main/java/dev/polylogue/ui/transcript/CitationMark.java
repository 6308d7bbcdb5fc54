package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Part;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/**
 * A small number in the text that leads to a source of the reply.
 *
 * @param number of the source, from 1 on, as its chip has it
 * @param written what stood there, such as {@code [1]}; empty where the number was put behind a
 *     link
 */
record CitationMark(int number, Part.Citation citation, String written) implements Widget {

  @Override
  public Node node(Surroundings around) {
    Texts texts = around.texts();
    String name = Sources.name(citation);
    Hyperlink mark = new Hyperlink(String.valueOf(number));
    mark.setMnemonicParsing(false);
    mark.getStyleClass().add("citation");
    mark.setAccessibleText(texts.get("transcript.source", String.valueOf(number), name));
    mark.setTooltip(new Tooltip(name + "\n" + Hygiene.visible(citation.url())));
    mark.setOnAction(
        event -> {
          mark.setVisited(false);
          around.actions().openLink(citation.url());
        });
    return mark;
  }

  @Override
  public String plainText() {
    return written;
  }
}
