package dev.polylogue.ui.shell;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.chat.SettingAdvice;
import dev.polylogue.ui.composer.Knobs;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** Turns the composer's knobs into settings of the panes on screen. */
final class ChatKnobs implements Knobs {
  private final ChatViewModel chat;
  private final Function<PaneViewModel, SettingAdvice> advice;
  private final ObservableValue<String> reasoning;
  private final ObservableValue<Share> search;
  private final ObservableValue<Boolean> canReason;
  private final ObservableValue<Boolean> canSearch;

  ChatKnobs(ChatViewModel chat, Function<PaneViewModel, SettingAdvice> advice) {
    this.chat = chat;
    this.advice = advice;
    reasoning = following(this::level);
    search = following(this::share);
    canReason =
        following(() -> chat.panes().isEmpty() || !able(Setting.REASONING_EFFORT).isEmpty());
    canSearch = following(() -> chat.panes().isEmpty() || !able(Setting.WEB_SEARCH).isEmpty());
  }

  private <T> ObservableValue<T> following(Supplier<T> value) {
    return Bindings.createObjectBinding(value::get, chat.panes());
  }

  private List<PaneViewModel> able(Setting setting) {
    return chat.panes().stream()
        .filter(pane -> advice.apply(pane).against(setting).isEmpty())
        .toList();
  }

  private String level() {
    Set<String> levels =
        able(Setting.REASONING_EFFORT).stream()
            .map(pane -> parameters(pane).text(Setting.REASONING_EFFORT).orElse(""))
            .collect(Collectors.toUnmodifiableSet());
    return levels.size() > 1 ? "mixed" : levels.stream().findFirst().orElse("");
  }

  private Share share() {
    List<PaneViewModel> able = able(Setting.WEB_SEARCH);
    long on = able.stream().filter(pane -> parameters(pane).isOn(Setting.WEB_SEARCH)).count();
    return on == 0 ? Share.NONE : on == able.size() ? Share.ALL : Share.SOME;
  }

  private static Parameters parameters(PaneViewModel pane) {
    return pane.parametersProperty().get();
  }

  @Override
  public ObservableValue<String> reasoning() {
    return reasoning;
  }

  @Override
  public ObservableValue<Share> search() {
    return search;
  }

  @Override
  public ObservableValue<Boolean> canReason() {
    return canReason;
  }

  @Override
  public ObservableValue<Boolean> canSearch() {
    return canSearch;
  }

  @Override
  public void setReasoning(String level) {
    set(Setting.REASONING_EFFORT, level);
  }

  @Override
  public void setSearch(boolean on) {
    set(Setting.WEB_SEARCH, on ? "true" : "");
  }

  private void set(Setting setting, String value) {
    for (PaneViewModel pane : able(setting)) {
      Parameters changed = parameters(pane).with(setting, value);
      if (!changed.equals(parameters(pane))) {
        chat.change(pane, pane.model(), changed);
      }
    }
  }
}
