package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Part;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The sources of a reply as numbered chips: title and host. */
record SourcesWidget(List<Part.Citation> citations) implements Widget {
  /** A model that searched may name fifty; so many are shown until the reader asks for all. */
  private static final int FEW = 8;

  @Override
  public Node node(Surroundings around) {
    Label head = new Label(around.texts().get("transcript.sources"));
    head.getStyleClass().add("figures");
    ChipFlow chips = new ChipFlow();
    chips.getStyleClass().add("chips");
    boolean folded = citations.size() > FEW + 1;
    add(chips, 0, folded ? FEW : citations.size(), around);
    if (folded) {
      chips.getChildren().add(more(chips, around));
    }
    VBox box = new VBox(head, chips);
    box.getStyleClass().add("sources");
    Widths.fill(box, around, 0);
    return box;
  }

  private void add(ChipFlow chips, int from, int to, Surroundings around) {
    for (int i = from; i < to; i++) {
      chips.getChildren().add(chip(i + 1, citations.get(i), around));
    }
  }

  private Button more(ChipFlow chips, Surroundings around) {
    Button more =
        new Button(
            around.texts().get("transcript.sources.more", String.valueOf(citations.size() - FEW)));
    more.getStyleClass().addAll("chip", "more");
    more.setOnAction(
        event -> {
          chips.getChildren().remove(more);
          add(chips, FEW, citations.size(), around);
          chips.getChildren().get(FEW).requestFocus();
        });
    return more;
  }

  private static Button chip(int number, Part.Citation citation, Surroundings around) {
    String words = Sources.name(citation);
    Label count = new Label(String.valueOf(number));
    count.getStyleClass().add("chip-number");
    Button chip = new Button(words, count);
    chip.getStyleClass().add("chip");
    chip.setMnemonicParsing(false);
    Texts texts = around.texts();
    chip.setAccessibleText(texts.get("transcript.source", String.valueOf(number), words));
    chip.setTooltip(new Tooltip(Hygiene.visible(citation.url())));
    chip.setOnAction(event -> around.actions().openLink(citation.url()));
    Widths.limit(chip, around, 0);
    return chip;
  }

  @Override
  public String plainText() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < citations.size(); i++) {
      Part.Citation citation = citations.get(i);
      text.append(i == 0 ? "" : "\n")
          .append("[%d] %s".formatted(i + 1, Sources.title(citation)))
          .append(" <" + Hygiene.visible(citation.url()) + ">");
    }
    return text.toString();
  }
}
