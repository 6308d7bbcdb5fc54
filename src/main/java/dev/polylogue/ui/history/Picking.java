package dev.polylogue.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;

/**
 * What is chosen in the list, by comparison rather than by place, so that it stays chosen when the
 * list is read anew. Headings can't be chosen. FX thread.
 */
final class Picking {
  private final HistoryViewModel model;
  private final ListView<HistoryRow> list;
  private boolean restoring;

  Picking(HistoryViewModel model, ListView<HistoryRow> list) {
    this.model = model;
    this.list = list;
    selection().setSelectionMode(SelectionMode.MULTIPLE);
    selection().getSelectedItems().addListener((ListChangeListener<HistoryRow>) c -> chosen());
    // Behind the listener of the list itself, which forgets the choice first.
    model.rows().addListener((ListChangeListener<HistoryRow>) change -> restore());
    model.selectedProperty().addListener((property, before, now) -> opened(now));
  }

  private MultipleSelectionModel<HistoryRow> selection() {
    return list.getSelectionModel();
  }

  private void chosen() {
    if (restoring || model.isArranging()) {
      return;
    }
    List<UUID> ids = new ArrayList<>();
    for (HistoryRow row : List.copyOf(selection().getSelectedItems())) {
      if (row instanceof HistoryRow.Entry entry) {
        ids.add(entry.comparison().id());
      }
    }
    if (!ids.equals(model.chosen())) {
      model.chosen().setAll(ids);
    }
  }

  /** Several that were chosen stay chosen; otherwise the choice goes to what is open. */
  private void opened(UUID comparison) {
    if (model.chosen().size() < 2 && comparison != null) {
      model.chosen().setAll(comparison);
      restore();
    }
  }

  void clear() {
    selection().clearSelection();
  }

  private void restore() {
    Set<UUID> wanted = Set.copyOf(model.chosen());
    List<Integer> places = new ArrayList<>();
    List<UUID> left = new ArrayList<>();
    for (int i = 0; i < model.rows().size() && left.size() < wanted.size(); i++) {
      if (model.rows().get(i) instanceof HistoryRow.Entry entry
          && wanted.contains(entry.comparison().id())) {
        places.add(i);
        left.add(entry.comparison().id());
      }
    }
    restoring = true;
    try {
      selection().clearSelection();
      if (!places.isEmpty()) {
        int[] others = places.stream().skip(1).mapToInt(Integer::intValue).toArray();
        selection().selectIndices(places.getFirst(), others);
      }
    } finally {
      restoring = false;
    }
    if (!left.equals(model.chosen())) {
      model.chosen().setAll(left);
    }
  }
}
