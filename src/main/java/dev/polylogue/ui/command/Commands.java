package dev.polylogue.ui.command;

import dev.polylogue.ui.kit.Buttons;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** All that can be done in a window, in the order in which the help lists it. FX thread. */
public final class Commands {
  private final Map<String, Command> byId = new LinkedHashMap<>();
  private final SequencedSet<Command> latest = new LinkedHashSet<>();

  public Commands add(Command command) {
    if (byId.putIfAbsent(command.id(), command) != null) {
      throw new IllegalArgumentException("Two commands are called " + command.id());
    }
    return this;
  }

  public List<Command> all() {
    return List.copyOf(byId.values());
  }

  /** The ones that were used last come first, the others as they are listed. */
  List<Command> latestFirst() {
    SequencedSet<Command> order = new LinkedHashSet<>(latest.reversed());
    order.addAll(byId.values());
    return List.copyOf(order);
  }

  /** Does it if it can be done now. */
  void run(Command command) {
    latest.remove(command);
    latest.add(command);
    command.runIfEnabled();
  }

  public Command named(String id) {
    Command command = byId.get(id);
    if (command == null) {
      throw new IllegalArgumentException("No command is called " + id);
    }
    return command;
  }

  /** Makes the button do what the command does, with its words, while it is enabled. */
  public <B extends ButtonBase> B bind(String id, B button) {
    Command command = named(id);
    button.setOnAction(event -> run(command));
    button.disableProperty().bind(Bindings.not(command.enabled()));
    Buttons.named(button, command.hint());
    return button;
  }

  /**
   * Listens for the shortcuts. A field that is being written in wins where it uses a key itself; so
   * does whatever takes a key without a modifier, such as Escape.
   */
  public void install(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && !(event.getTarget() instanceof TextInputControl)) {
            hear(event);
          }
        });
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::hear);
  }

  /** Whether a command that can be done now answers to a key. */
  public boolean answers(KeyEvent event) {
    return meant(event) != null;
  }

  /** Does what a key means now; for those that keep it from where all others are listened for. */
  public void hear(KeyEvent event) {
    Command meant = isTyped(event) ? null : meant(event);
    if (meant != null) {
      run(meant);
      event.consume();
    }
  }

  /** Of several that answer to the same keys, the last one that can be done now is meant. */
  private @Nullable Command meant(KeyEvent event) {
    Command meant = null;
    for (Command command : byId.values()) {
      if (command.keys() != null && command.keys().isMeant(event) && command.enabled().get()) {
        meant = command;
      }
    }
    return meant;
  }

  /** What is being written is no command. */
  private static boolean isTyped(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean letter = !code.isFunctionKey() && code != KeyCode.ESCAPE;
    return letter
        && !event.isShortcutDown()
        && !event.isAltDown()
        && event.getTarget() instanceof TextInputControl;
  }
}
