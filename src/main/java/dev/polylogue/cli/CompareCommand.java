package dev.polylogue.cli;

import dev.polylogue.attachment.AttachmentException;
import dev.polylogue.attachment.Limits;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.secret.KeyShapes;
import dev.polylogue.session.Attachments;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Prompt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code polylogue compare}: sends one prompt to several models. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Sends one prompt to several models.")
final class CompareCommand implements Callable<Integer> {
  @picocli.CommandLine.Parameters(
      paramLabel = "PROMPT",
      description = "What to ask, or - for standard input.")
  private String prompt = "";

  @Option(names = "-m", paramLabel = "REF", description = "A model, as provider/model. Repeatable.")
  private List<String> models = List.of();

  @Option(names = "--system", paramLabel = "TEXT", description = "The system prompt.")
  private @Nullable String system;

  @Option(
      names = "--attach",
      paramLabel = "FILE",
      description = "A picture, PDF, text or source file that goes with the prompt. Repeatable.")
  private List<Path> files = List.of();

  @Option(
      names = "--set",
      paramLabel = "name=value",
      description =
          "temperature, top_p, max_tokens, stop, seed, reasoning_effort, web_search, extra. Repeatable.")
  private List<String> settings = List.of();

  @Option(
      names = "--continue",
      paramLabel = "ID",
      description = "The next turn of that comparison; -m then picks among its panes.")
  private @Nullable UUID continued;

  @Option(names = "--no-save", description = "Keeps nothing of it in the history.")
  private boolean unsaved;

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    checkUsage();
    String asked = prompt.equals("-") ? console.read() : prompt;
    if (asked.isBlank()) {
      throw new IllegalArgumentException("The prompt is empty.");
    }
    List<ModelRef> refs = models.stream().map(ModelRef::parse).toList();
    KeyShapes.find(asked)
        .ifPresent(
            begins ->
                console.complain(
                    "Careful: the prompt holds what looks like a key (%s). It goes to the providers and into the history as it is."
                        .formatted(begins)));
    Parameters set = parameters(Parameters.NONE);
    boolean whole;
    try (Services services = unsaved ? console.openForReading() : console.openToAdd()) {
      set.text(Setting.EXTRA).ifPresent(services.providers()::readExtra);
      Interruption interruption = Interruption.listen(services::close);
      try {
        Prompt sent = new Prompt(asked, attached(services.compare().attachments()));
        Asked round = unsaved ? pass(services, refs, set, sent) : keep(services, refs, set, sent);
        follow(round);
        whole = round.round().runs().stream().allMatch(CompareCommand::isWhole);
      } finally {
        console.flush();
        interruption.done();
      }
    }
    if (!unsaved) {
      console.backUp();
    }
    return whole ? 0 : 1;
  }

  /** Complete, and stored as far as it was to be. */
  private static boolean isWhole(Run run) {
    return Objects.requireNonNull(run.result()).state() == ReplyState.COMPLETE
        && run.snapshot().storageTrouble() == null;
  }

  /** A round under way, and the number by which each of its panes goes. */
  record Asked(@Nullable UUID comparison, Round round, Map<UUID, Integer> numbers) {
    int number(Run run) {
      return Objects.requireNonNull(numbers.get(run.pane()));
    }
  }

  private void checkUsage() {
    if (models.isEmpty() && continued == null) {
      throw new IllegalArgumentException(
          "Name at least one model with -m, such as -m sandbox/scribe.");
    }
    if (continued != null && unsaved) {
      throw new IllegalArgumentException("--no-save does not go with --continue.");
    }
  }

  /** All of them, before anything is sent. */
  private List<Blob> attached(Attachments attachments) throws AttachmentException {
    List<Blob> blobs = new ArrayList<>();
    for (Path file : files) {
      blobs.add(attachments.add(file));
      Limits.check(blobs);
    }
    return blobs;
  }

  private Parameters parameters(Parameters before) {
    Parameters set = system == null ? before : before.with(Setting.SYSTEM, system);
    Set<Setting> seen = EnumSet.noneOf(Setting.class);
    for (String pair : settings) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      Setting setting =
          Setting.named(name)
              .filter(known -> known != Setting.SYSTEM && equals > 0)
              .filter(known -> !pair.substring(equals + 1).isBlank())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--set takes name=value with one of %s; got \"%s\"."
                              .formatted(Setting.known(), pair)));
      if (!seen.add(setting)) {
        throw new IllegalArgumentException("--set %s is given twice.".formatted(name));
      }
      set = set.with(setting, pair.substring(equals + 1));
    }
    return set;
  }

  private Asked pass(Services services, List<ModelRef> refs, Parameters set, Prompt asked) {
    List<PaneSpec> specs = refs.stream().map(ref -> new PaneSpec(ref, set)).toList();
    Round round = services.compare().sendUnsaved(specs, asked);
    Map<UUID, Integer> numbers = new LinkedHashMap<>();
    round.runs().forEach(run -> numbers.put(run.pane(), numbers.size()));
    return new Asked(null, round, numbers);
  }

  private Asked keep(Services services, List<ModelRef> refs, Parameters set, Prompt asked)
      throws HistoryException {
    UUID id = continued;
    Comparison comparison;
    List<Pane> panes;
    if (id == null) {
      List<PaneSpec> specs = refs.stream().map(ref -> new PaneSpec(ref, set)).toList();
      comparison = services.comparisons().create(specs, "");
      panes = comparison.panes();
    } else {
      comparison =
          services
              .comparisons()
              .open(id)
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no comparison " + id + "."));
      panes = pick(comparison, refs);
      for (Pane pane : panes) {
        Parameters changed = parameters(pane.parameters());
        if (!changed.equals(pane.parameters())) {
          services.comparisons().changePane(pane.id(), pane.model(), changed);
        }
      }
    }
    Map<UUID, Integer> numbers = new LinkedHashMap<>();
    panes.forEach(pane -> numbers.put(pane.id(), comparison.panes().indexOf(pane)));
    Round round = services.compare().send(comparison.id(), asked, numbers.keySet());
    return new Asked(comparison.id(), round, numbers);
  }

  private static List<Pane> pick(Comparison comparison, List<ModelRef> refs) {
    if (refs.isEmpty()) {
      return comparison.panes();
    }
    List<ModelRef> present = comparison.panes().stream().map(Pane::model).toList();
    for (ModelRef ref : refs) {
      if (!present.contains(ref)) {
        throw new IllegalArgumentException(
            "No pane of that comparison has the model %s; it has %s.".formatted(ref, present));
      }
    }
    List<Pane> picked = new ArrayList<>(comparison.panes());
    picked.removeIf(pane -> !refs.contains(pane.model()));
    return picked;
  }

  private void follow(Asked asked) throws InterruptedException {
    if (console.json()) {
      new JsonFollower(console, asked).follow();
    } else {
      new TerminalFollower(console, asked).follow();
    }
  }
}
