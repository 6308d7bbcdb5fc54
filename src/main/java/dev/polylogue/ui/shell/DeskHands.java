package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.ui.chat.Landing;
import dev.polylogue.ui.kit.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the parts of a desk may reach for in the whole of it. FX thread. */
final class DeskHands implements Landing.Tower, SetsDesk.Room {
  private final Desk desk;
  private final Texts texts;

  DeskHands(Desk desk, Texts texts) {
    this.desk = desk;
    this.texts = texts;
  }

  @Override
  public void open(UUID comparison) {
    desk.open(comparison);
  }

  @Override
  public @Nullable Comparison blank() {
    return desk.blank();
  }

  @Override
  public void tell(Landing.Note note) {
    notice(SearchDesk.words(note, texts));
  }

  @Override
  public void notice(String words) {
    desk.shell().notice(words);
  }

  @Override
  public void report(Exception trouble) {
    desk.report(trouble);
  }
}
