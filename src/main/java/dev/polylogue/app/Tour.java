package dev.polylogue.app;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.run.Snapshot;
import dev.polylogue.settings.Presets;
import dev.polylogue.settings.Settings.Appearance;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.AddProviderViewModel;
import dev.polylogue.ui.settings.ProviderLine;
import dev.polylogue.ui.shell.ShellViewModel.Page;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Walks through the program as a person would and saves a picture of each scene, light and dark.
 * Runs on a thread that is not the FX thread.
 */
final class Tour {
  private static final long REPLIES_MILLIS = 60_000;
  private static final int PANES = 3;
  private static final int STREAMING_TRIES = 3;
  private static final String SECOND_PROMPT = "And why twice a day?";

  private final Path home;
  private final Path out;
  private final PrintStream print;
  private final Texts texts;
  private String scene = "opening";

  /**
   * @param out receives the pictures
   * @param print receives the path of each picture, and why a scene failed
   */
  Tour(Path home, Path out, PrintStream print, Texts texts) {
    this.home = home;
    this.out = out;
    this.print = print;
    this.texts = texts;
  }

  /**
   * Walks through every scene.
   *
   * @return 0, or 1 when a scene failed
   */
  int run() {
    try {
      List<String> before = firstSitting();
      restarted(before);
      compared(1280, 800, false);
      compared(1280, 720, true);
      return 0;
    } catch (Exception e) {
      String why = e instanceof TourException ? e.getMessage() : Sentences.of(e, texts);
      print.println("The tour failed at scene " + scene + ": " + why);
      return 1;
    }
  }

  private List<String> firstSitting() throws Exception {
    Guide guide = Guide.open(home, new Camera(out, print), texts);
    try {
      Appearance chosen = guide.ask(desk -> desk.settings().looks().appearanceProperty().get());
      firstStart(guide);
      thirdPane(guide);
      streaming(guide, Appearance.LIGHT);
      replies(guide);
      ask(guide, SECOND_PROMPT);
      streaming(guide, Appearance.DARK);
      List<String> said = allReplies(guide);
      history(guide);
      settings(guide);
      guide.act(desk -> desk.settings().looks().choose(chosen));
      return said;
    } finally {
      guide.close();
    }
  }

  private void firstStart(Guide guide) throws Exception {
    scene = "01-first-start";
    guide.await("a comparison is open", desk -> desk.chat().openedProperty().get() != null);
    if (!guide.ask(desk -> isFresh(desk.chat().panes()))) {
      guide.act(desk -> desk.openFirstSteps());
    }
    guide.await("two sandbox panes stand ready", desk -> isFresh(desk.chat().panes()));
    guide.await("a prompt stands ready", desk -> desk.composer().sendableProperty().get());
    guide.picture(scene);
  }

  private static boolean isFresh(List<PaneViewModel> panes) {
    return panes.size() == 2 && panes.stream().allMatch(pane -> pane.turns().isEmpty());
  }

  private void thirdPane(Guide guide) throws Exception {
    guide.act(desk -> desk.addPane(() -> {}));
    guide.await("a third pane is there", desk -> desk.chat().panes().size() == PANES);
  }

  private static void ask(Guide guide, String prompt) throws Exception {
    guide.act(desk -> desk.composer().textProperty().set(prompt));
  }

  /**
   * One appearance a prompt, since changing clothes takes longer than the sandbox takes to answer.
   * Where this machine is too slow even so, it asks once more.
   */
  private void streaming(Guide guide, Appearance appearance) throws Exception {
    scene = "02-streaming";
    guide.dress(appearance);
    for (int tries = 1; ; tries++) {
      guide.press("composer.send");
      guide.await(
          "every pane has begun to answer",
          desk -> desk.chat().panes().stream().allMatch(pane -> letters(pane) > 60));
      if (guide.liveFrame() || tries == STREAMING_TRIES) {
        guide.keep(scene);
        return;
      }
      allReplies(guide);
      ask(guide, SECOND_PROMPT);
    }
  }

  private void replies(Guide guide) throws Exception {
    scene = "03-replies";
    allReplies(guide);
    guide.picture(scene);
  }

  private static List<String> allReplies(Guide guide) throws Exception {
    guide.await(
        "every reply is complete",
        desk -> desk.chat().panes().stream().allMatch(Tour::isComplete),
        REPLIES_MILLIS);
    List<String> said = guide.ask(desk -> said(desk.chat().panes()));
    if (said.size() != PANES || said.stream().anyMatch(String::isBlank)) {
      throw new TourException("a reply is complete but has no words");
    }
    return said;
  }

  private void history(Guide guide) throws Exception {
    scene = "04-history";
    String title = guide.ask(desk -> desk.chat().titleProperty().get());
    UUID replied = guide.ask(desk -> desk.history().selectedProperty().get());
    guide.act(desk -> desk.newComparison());
    guide.await(
        "a second comparison is open",
        desk -> desk.chat().panes().stream().allMatch(pane -> pane.turns().isEmpty()));
    guide.act(desk -> desk.composer().textProperty().set(texts.get("composer.first")));
    guide.await(
        "the sidebar lists both",
        desk -> desk.history().rows().stream().anyMatch(row -> row.toString().contains(title)));
    guide.picture(scene);
    guide.act(desk -> desk.open(replied));
    guide.await(
        "the first comparison is open again",
        desk -> replied.equals(desk.history().selectedProperty().get()));
  }

  private void settings(Guide guide) throws Exception {
    scene = "05-settings";
    guide.act(
        desk -> {
          desk.shell().pageProperty().set(Page.SETTINGS);
          desk.settings().providers().test(desk.settings().providers().lines().getFirst());
          desk.settings().adding().openProperty().set(true);
          desk.settings()
              .adding()
              .presetProperty()
              .set(desk.settings().adding().presets().getFirst());
        });
    guide.await(
        "the sandbox passes its test",
        desk ->
            desk.settings().providers().lines().getFirst().verdictProperty().get()
                == ProviderLine.Verdict.WORKS);
    guide.picture(scene);
    azure(guide);
    guide.act(
        desk -> {
          desk.settings().adding().cancel();
          desk.shell().pageProperty().set(Page.CHAT);
        });
  }

  /** The ways to a deployment are listed; nobody is contacted. */
  private void azure(Guide guide) throws Exception {
    scene = "05-settings-azure";
    guide.act(
        desk -> {
          AddProviderViewModel adding = desk.settings().adding();
          adding.presetProperty().set(Presets.named("azure").orElseThrow());
          adding
              .textProperty(AddProviderViewModel.Field.ADDRESS)
              .set("https://my-resource.openai.azure.com/openai/v1/responses");
          adding.textProperty(AddProviderViewModel.Field.DEPLOYMENT).set("my-deployment");
        });
    guide.await(
        "the routes are listed", desk -> desk.settings().adding().routes().lines().size() > 2);
    guide.picture(scene);
  }

  private void restarted(List<String> before) throws Exception {
    scene = "06-restarted";
    Guide guide = Guide.open(home, new Camera(out, print), texts);
    try {
      Appearance chosen = guide.ask(desk -> desk.settings().looks().appearanceProperty().get());
      guide.await("the comparison is open again", desk -> desk.chat().panes().size() == PANES);
      List<String> after = guide.ask(desk -> said(desk.chat().panes()));
      if (!after.equals(before)) {
        throw new TourException("the replies after the restart are not those from before it");
      }
      guide.picture(scene);
      choosing(guide);
      help(guide);
      new CloseLooks(guide).run(name -> scene = name);
      new PhotoLooks(guide).run(name -> scene = name);
      guide.act(desk -> desk.settings().looks().choose(chosen));
    } finally {
      guide.close();
    }
  }

  private void compared(double width, double height, boolean wide) throws Exception {
    scene = "12-showcase";
    Guide guide = Guide.open(home, new Camera(out, print), texts, width, height);
    try {
      Appearance chosen = guide.ask(desk -> desk.settings().looks().appearanceProperty().get());
      ComparingLooks looks = new ComparingLooks(guide);
      if (wide) {
        guide.magnify();
        looks.runWide(name -> scene = name);
      } else {
        looks.run(name -> scene = name);
      }
      guide.act(desk -> desk.settings().looks().choose(chosen));
    } finally {
      guide.close();
    }
  }

  private void choosing(Guide guide) throws Exception {
    scene = "07-choosing-a-model";
    guide.openChooser();
    guide.await("models are listed", desk -> desk.models().rows().size() > 2);
    guide.picture(scene);
    guide.closeLayer();
  }

  private void help(Guide guide) throws Exception {
    scene = "08-shortcuts";
    guide.press("help.shortcuts");
    guide.picture(scene);
    guide.closeLayer();
  }

  private static boolean isComplete(PaneViewModel pane) {
    return !pane.turns().isEmpty()
        && pane.turns().getLast().reply().state() == ReplyState.COMPLETE
        && !pane.busyProperty().get();
  }

  private static int letters(PaneViewModel pane) {
    return pane.turns().isEmpty() ? 0 : words(pane.turns().getLast().reply()).length();
  }

  private static List<String> said(List<PaneViewModel> panes) {
    return panes.stream()
        .map(
            pane ->
                pane.turns().stream()
                    .map(turn -> words(turn.reply()))
                    .collect(Collectors.joining("\n")))
        .toList();
  }

  private static String words(Snapshot reply) {
    return reply.content().passages().stream()
        .map(passage -> passage.text().toString())
        .collect(Collectors.joining("\n"));
  }
}
