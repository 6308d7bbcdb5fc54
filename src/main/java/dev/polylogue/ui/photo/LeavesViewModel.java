package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.media.FileFacts;
import dev.polylogue.media.FileSize;
import dev.polylogue.media.Metadata;
import dev.polylogue.session.PhotoFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What would leave this computer if the instruction were sent now, and what not. FX thread. */
public final class LeavesViewModel {
  private final PhotoTools tools;
  private final PhotoViewModel photo;
  private final ObservableList<Fact> facts = FXCollections.observableArrayList();
  private final BooleanProperty reading = new SimpleBooleanProperty();

  /** What the panel is about; while it is the same, nothing is prepared anew. */
  private record Question(String sha256, List<ModelRef> models, boolean masked) {}

  private record Found(PhotoFacts.Known known, List<PhotoFacts.Answer> answers) {}

  private Question answered = new Question("", List.of(), false);

  public LeavesViewModel(PhotoTools tools, PhotoViewModel photo) {
    this.tools = tools;
    this.photo = photo;
  }

  // Properties

  public ObservableList<Fact> facts() {
    return facts;
  }

  /** Whether the picture is being prepared, to be measured. */
  public BooleanProperty readingProperty() {
    return reading;
  }

  // Commands

  /** Prepares what would be sent, unless that was done already. Several calls in a row are dear. */
  public void look() {
    EditSession session = photo.sessionProperty().get();
    if (session == null) {
      facts.clear();
      return;
    }
    PictureRef from = photo.sourceProperty().get();
    Blob source = from == null ? session.photo() : session.picture(from).orElse(session.photo());
    Question asked =
        new Question(
            source.sha256(),
            List.copyOf(photo.compose().models()),
            photo.compose().maskedProperty().get());
    if (!asked.equals(answered)) {
      answered = asked;
      reading.set(true);
      tools
          .works()
          .each()
          .run(
              () -> found(source, asked.models),
              found -> {
                if (asked.equals(answered)) {
                  reading.set(false);
                  facts.setAll(written(source, asked, found));
                }
              },
              failure -> {
                reading.set(false);
                facts.setAll(Fact.of(tools.text("photo.leaves.sent"), failure.getMessage() + ""));
              });
    }
  }

  private Found found(Blob source, List<ModelRef> models) throws Exception {
    PhotoFacts facts = tools.photos().facts();
    return new Found(facts.known(source), facts.departures(models, source));
  }

  private List<Fact> written(Blob source, Question asked, Found found) {
    List<Fact> all = new ArrayList<>();
    if (asked.models.isEmpty()) {
      all.add(Fact.of(tools.text("photo.leaves.sent"), tools.text("photo.models.choose")));
    }
    all.addAll(grouped(found.answers.stream().map(one -> to(one, asked.masked)).toList()));
    List<String> unsent = unsent(found.known.file());
    if (!unsent.isEmpty()) {
      all.add(new Fact(tools.text("photo.recipe.notes"), unsent, Fact.Weight.WARNING));
    }
    List<String> removed = removed(found.known.metadata());
    all.add(
        new Fact(
            tools.text("photo.leaves.removed"),
            removed.isEmpty() ? List.of(tools.text("photo.leaves.nothing")) : removed,
            Fact.Weight.GOOD));
    all.add(
        new Fact(
            tools.text("photo.leaves.stays"),
            List.of(
                tools.text(
                    "photo.leaves.original",
                    source.name().isEmpty() ? tools.text("photo.original") : source.name(),
                    FileSize.words(source.size())),
                tools.text("photo.leaves.name")),
            Fact.Weight.PLAIN));
    return all;
  }

  /** What the file has more of than is shown and sent. */
  private List<String> unsent(FileFacts file) {
    List<String> lines = new ArrayList<>();
    if (file.frames() > 1) {
      String key = file.hasPages() ? "photo.leaves.pages" : "photo.leaves.frames";
      lines.add(tools.text(key, file.frames()));
    }
    if (file.isDeep()) {
      lines.add(tools.text("photo.leaves.deep", file.depth()));
    }
    return lines;
  }

  /** Models that are sent the same to the same place are named together. */
  private static List<Fact> grouped(List<Fact> facts) {
    Map<List<String>, Fact> groups = new LinkedHashMap<>();
    for (Fact fact : facts) {
      groups.merge(
          fact.lines(),
          fact,
          (one, other) ->
              new Fact(one.heading() + ", " + other.heading(), one.lines(), one.weight()));
    }
    return List.copyOf(groups.values());
  }

  private Fact to(PhotoFacts.Answer answer, boolean masked) {
    PhotoFacts.Departure departure = answer.departure();
    if (departure == null) {
      return new Fact(answer.model().toString(), List.of(answer.refusal()), Fact.Weight.WARNING);
    }
    PhotoFacts.File picture = departure.picture();
    List<String> lines = new ArrayList<>();
    lines.add(
        tools.text(
            "photo.leaves.picture",
            picture.mediaType().substring("image/".length()).toUpperCase(Locale.ROOT),
            picture.size(),
            FileSize.words(picture.bytes())));
    lines.add(
        departure.here()
            ? tools.text("photo.leaves.here")
            : tools.text("photo.leaves.to", departure.host()));
    if (masked) {
      lines.add(tools.text(departure.sentMask() ? "photo.leaves.mask" : "photo.leaves.noMask"));
    }
    return new Fact(answer.model().toString(), lines, Fact.Weight.PLAIN);
  }

  /** What stands in the file beside the pixels, in words. */
  private List<String> removed(Metadata metadata) {
    List<String> lines = new ArrayList<>();
    for (Metadata.Trace trace : Metadata.Trace.values()) {
      if (metadata.found().contains(trace)) {
        String words = tools.text("photo.trace." + trace.name().toLowerCase(Locale.ROOT));
        boolean named = trace == Metadata.Trace.CAMERA && !metadata.camera().isEmpty();
        lines.add(named ? words + ": " + metadata.camera() : words);
      }
    }
    if (metadata.fields() > 0) {
      lines.add(tools.text("photo.leaves.fields", metadata.fields()));
    }
    if (metadata.orientation() != 1) {
      lines.add(tools.text("photo.leaves.upright", metadata.orientation()));
    }
    if (!metadata.profile().isEmpty()) {
      lines.add(tools.text("photo.leaves.profile", metadata.profile()));
    }
    return lines;
  }
}
