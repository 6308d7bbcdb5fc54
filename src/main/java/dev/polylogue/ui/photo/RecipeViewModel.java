package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.PictureRef;
import dev.polylogue.conversation.Warning;
import dev.polylogue.photo.Recipe;
import dev.polylogue.photo.Size;
import dev.polylogue.session.PhotoOut;
import dev.polylogue.ui.kit.Amounts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** How the result of the current tile was made. FX thread. */
public final class RecipeViewModel {
  private static final String DOT = " \u00B7 ";

  /** Reads what went over the wire for a reply. Blocks. */
  @FunctionalInterface
  public interface Wire {
    List<Exchange> of(UUID reply) throws Exception;
  }

  /** What has to be read for it. */
  private record Read(@Nullable Size source, @Nullable Size came, List<Exchange> exchanges) {
    static final Read NOTHING = new Read(null, null, List.of());
  }

  private final PhotoTools tools;
  private final PhotoViewModel photo;
  private final Wire wire;
  private final ObservableList<Fact> facts = FXCollections.observableArrayList();
  private @Nullable PictureRef shown;

  public RecipeViewModel(PhotoTools tools, PhotoViewModel photo, Wire wire) {
    this.tools = tools;
    this.photo = photo;
    this.wire = wire;
    photo.currentProperty().subscribe(() -> look());
    photo.sessionProperty().subscribe(() -> look());
  }

  // Properties

  /** None while the photo itself is the current tile. */
  public ObservableList<Fact> facts() {
    return facts;
  }

  // Commands

  private void look() {
    TileViewModel tile = photo.currentProperty().get();
    EditSession session = photo.sessionProperty().get();
    PictureRef ref = tile == null ? null : tile.ref();
    EditSession.Result result =
        session == null || ref == null ? null : session.result(ref).orElse(null);
    shown = ref;
    if (session == null || ref == null || result == null) {
      facts.clear();
      return;
    }
    facts.setAll(written(session, ref, result, Read.NOTHING));
    Blob came = session.picture(ref).orElse(null);
    tools
        .works()
        .each()
        .run(
            () -> read(session.source(result.turn()), came, result.reply().id()),
            read -> {
              if (Objects.equals(shown, ref)) {
                facts.setAll(written(session, ref, result, read));
              }
            },
            failure -> {});
  }

  private Read read(Blob source, @Nullable Blob came, UUID reply) throws Exception {
    Size before = tools.photos().facts().size(source);
    Size after = came == null ? null : tools.photos().facts().size(came);
    return new Read(before, after, wire.of(reply));
  }

  private List<Fact> written(
      EditSession session, PictureRef ref, EditSession.Result result, Read read) {
    List<Fact> all = new ArrayList<>();
    Outcome outcome = result.reply().outcome();
    all.add(fact("instruction", result.turn().user().text()));
    all.add(new Fact(heading("model"), model(result), Fact.Weight.PLAIN));
    String figures = figures(result);
    if (!figures.isEmpty()) {
      all.add(fact("figures", figures));
    }
    all.add(new Fact(heading("size"), size(result.step().options(), read), shape(read)));
    List<String> warned = warned(outcome);
    if (!warned.isEmpty()) {
      all.add(new Fact(heading("notes"), warned, Fact.Weight.WARNING));
    }
    List<String> sent = sent(read.exchanges);
    if (!sent.isEmpty()) {
      all.add(new Fact(heading("sent"), sent, Fact.Weight.SMALL));
    }
    // Of what failed there is no recipe.
    if (session.picture(ref).isPresent()) {
      List<Recipe.Step> steps = PhotoOut.recipe(session, ref).steps();
      if (steps.size() > 1) {
        all.add(new Fact(heading("steps"), steps(steps), Fact.Weight.PLAIN));
      }
    }
    return all;
  }

  private Fact fact(String key, String line) {
    return Fact.of(heading(key), line);
  }

  private String heading(String key) {
    return tools.text("photo.recipe." + key);
  }

  private List<String> model(EditSession.Result result) {
    String asked = result.reply().model().toString();
    String reported = result.reply().outcome().reportedModel();
    return reported == null || reported.equals(result.reply().model().model())
        ? List.of(asked)
        : List.of(asked, tools.text("photo.recipe.answered", reported));
  }

  private String figures(EditSession.Result result) {
    List<String> said = new ArrayList<>();
    Long total = result.reply().timing().total();
    if (total != null) {
      said.add(tools.text("unit.seconds", Amounts.seconds(tools.texts(), total, 1)));
    }
    Cost cost = result.reply().outcome().cost();
    if (cost != null) {
      said.add(
          tools.text(
              "photo.recipe.cost." + cost.source().word(),
              Amounts.money(cost.amount(), cost.currency())));
    }
    return String.join(DOT, said);
  }

  private List<String> size(PictureOptions options, Read read) {
    List<String> lines = new ArrayList<>();
    String asked =
        options.size() == null
            ? read.source == null
                ? tools.text("photo.recipe.size.source")
                : tools.text("photo.recipe.size.like", read.source)
            : tools.text("photo.recipe.size.asked", options.size());
    lines.add(options.quality() == null ? asked : asked + DOT + options.quality());
    if (read.came != null) {
      lines.add(tools.text("photo.recipe.size.came", read.came));
      if (shape(read) == Fact.Weight.WARNING) {
        lines.add(tools.text("photo.recipe.size.shape"));
      }
    }
    return lines;
  }

  /** A result of another shape was cropped or stretched. */
  private static Fact.Weight shape(Read read) {
    return read.source == null || read.came == null || read.came.hasShapeOf(read.source)
        ? Fact.Weight.PLAIN
        : Fact.Weight.WARNING;
  }

  private List<String> warned(Outcome outcome) {
    List<String> lines =
        new ArrayList<>(outcome.warnings().stream().map(Warning::message).toList());
    if (outcome.failure() != null) {
      lines.add(outcome.failure().message());
    }
    String reason = outcome.finishReason();
    if (reason != null && !reason.equals("stop")) {
      lines.add(tools.text("photo.recipe.finish", reason));
    }
    return lines;
  }

  private List<String> sent(List<Exchange> exchanges) {
    List<String> lines = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      List<String> parts = SentParts.of(exchange);
      if (!parts.isEmpty()) {
        lines.add(tools.text("photo.recipe.to", URI.create(exchange.request().url()).getHost()));
        lines.addAll(parts);
      }
    }
    return lines;
  }

  private List<String> steps(List<Recipe.Step> steps) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Recipe.Step step = steps.get(i);
      lines.add((i + 1) + ". " + step.instruction().strip() + DOT + step.model().model());
    }
    return lines;
  }
}
