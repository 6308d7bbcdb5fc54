package dev.polylogue;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "dev.polylogue.";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.polylogue");

  private static void check(ArchRule rule) {
    rule.check(PROGRAM);
  }

  private static String[] rooms(String... names) {
    String[] rooms = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      rooms[i] = ROOT + names[i];
    }
    return rooms;
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage("dev.polylogue..");
  }

  /** A room may know these rooms of ours, and itself. */
  private static ArchRule knowsOnly(String room, String... known) {
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage(rooms(known)).or(resideInAPackage(ROOT + room));
    return noClasses()
        .that()
        .resideInAPackage(ROOT + room)
        .should()
        .dependOnClassesThat(ours().and(DescribedPredicate.not(allowed)));
  }

  @Test
  void theDomainKnowsNothingButTheLanguage() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + "conversation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java.lang..",
                "java.util..",
                "java.time..",
                "java.math..",
                "java.net..",
                "java.nio.charset..",
                "org.jspecify..",
                ROOT + "conversation.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "conversation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http.."));
  }

  @Test
  void roomsKnowOnlyWhatTheyMay() {
    check(knowsOnly("provider", "conversation"));
    check(knowsOnly("provider.net", "conversation"));
    check(knowsOnly("provider.http", "provider", "provider.net", "conversation"));
    check(knowsOnly("provider.openai", "provider", "provider.http", "conversation"));
    check(knowsOnly("provider.azure", "provider", "conversation"));
    check(knowsOnly("provider.anthropic", "provider", "provider.http", "conversation"));
    check(knowsOnly("provider.gemini", "provider", "provider.http", "conversation"));
    check(knowsOnly("provider.pictures", "provider", "provider.http", "conversation"));
    check(knowsOnly("provider.sandbox", "provider", "provider.http", "conversation", "media"));
    check(knowsOnly("run", "provider", "conversation"));
    check(knowsOnly("catalog", "provider", "conversation"));
    check(knowsOnly("vote", "conversation"));
    check(knowsOnly("history", "conversation", "vote"));
    check(knowsOnly("settings", "conversation"));
    check(knowsOnly("diff"));
    check(knowsOnly("media", "conversation"));
    check(knowsOnly("attachment", "conversation", "media"));
    check(knowsOnly("photo", "conversation", "media"));
    check(knowsOnly("transfer", "conversation", "photo"));
    check(knowsOnly("transfer.incoming", "transfer", "conversation"));
    check(knowsOnly("transfer.page", "transfer", "conversation"));
    check(knowsOnly("secret", "conversation", "provider"));
    check(
        knowsOnly(
            "session",
            "conversation",
            "provider",
            "provider.azure",
            "run",
            "history",
            "settings",
            "secret",
            "attachment",
            "media",
            "photo",
            "transfer",
            "transfer.incoming",
            "transfer.page",
            "vote"));
    check(
        knowsOnly(
            "cli",
            "conversation",
            "provider",
            "provider.azure",
            "run",
            "session",
            "history",
            "settings",
            "attachment",
            "media",
            "photo",
            "secret",
            "transfer",
            "vote"));
  }

  @Test
  void eachTechnologyHasItsOwners() {
    onlyIn(
        "okhttp3..",
        "provider.http..",
        "provider.openai..",
        "provider.anthropic..",
        "provider.gemini..",
        "provider.pictures..",
        "app..");
    onlyIn(
        "okio..",
        "provider.http..",
        "provider.openai..",
        "provider.anthropic..",
        "provider.gemini..");
    onlyIn(
        "tools.jackson..",
        "provider.http..",
        "provider.openai..",
        "provider.anthropic..",
        "provider.gemini..",
        "provider.pictures..",
        "provider.sandbox..",
        "catalog..",
        "history..",
        "settings..",
        "transfer..",
        "cli..");
    onlyIn("com.github.javakeyring..", "secret..");
    onlyIn("com.sun.jna..", "secret..");
    onlyIn("java.lang.foreign..", "secret..");
    onlyIn("java.sql..", "history..");
    onlyIn("org.sqlite..", "history..");
    onlyIn("picocli..", "cli..");
    onlyIn("com.sun.net.httpserver..", "provider.sandbox..");
    onlyIn("javafx..", "ui..", "app..");
    onlyIn("org.apache..", "attachment..");
    onlyIn("com.twelvemonkeys..", "media..");
    onlyIn("com.drew..", "media..");
    onlyIn("org.fxmisc..", "ui.transcript..");
    onlyIn("com.github.difflib..", "diff..");
    onlyIn("org.commonmark..", "ui.markdown..", "transfer.page..");
    onlyIn("org.fife..", "ui.code..");
    onlyIn("org.scilab..", "ui.formula..");
  }

  private static void onlyIn(String technology, String... owners) {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.polylogue..")
            .and()
            .resideOutsideOfPackages(rooms(owners))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(technology));
  }

  @Test
  void modelOutputIsNeverHtml_T02() {
    check(noClasses().should().dependOnClassesThat().resideInAPackage("javafx.scene.web.."));
  }

  @Test
  void aViewModelNeedsNoToolkit() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(
                resideInAPackage("javafx..")
                    .and(
                        DescribedPredicate.not(
                            resideInAnyPackage(
                                "javafx.beans..", "javafx.collections..", "javafx.util..")))));
  }

  @Test
  void theWindowAndTheCommandLineNeverMeet() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                rooms(
                    "cli..",
                    "app..",
                    "provider.net..",
                    "provider.http..",
                    "provider.openai..",
                    "provider.anthropic..",
                    "provider.gemini..",
                    "provider.pictures..",
                    "provider.sandbox..")));
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(rooms("ui..", "app..")));
  }

  @Test
  void nobodyKnowsTheAppButTheMainClass() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "app..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "Polylogue")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "app.."));
  }

  @Test
  void slicesOfTheWindowMeetInTheShellOnly() {
    for (String slice :
        new String[] {
          "chat",
          "composer",
          "diff",
          "history",
          "inspector",
          "settings",
          "vote",
          "insight",
          "transfer",
          "photo"
        }) {
      check(
          noClasses()
              .that()
              .resideInAPackage(ROOT + "ui." + slice + "..")
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(
                          rooms(
                              "ui.chat..",
                              "ui.composer..",
                              "ui.diff..",
                              "ui.history..",
                              "ui.inspector..",
                              "ui.settings..",
                              "ui.vote..",
                              "ui.insight..",
                              "ui.transfer..",
                              "ui.photo..",
                              "ui.shell.."))
                      .and(DescribedPredicate.not(resideInAPackage(ROOT + "ui." + slice + "..")))));
    }
  }

  @Test
  void onlyTheDoorsBetweenThreadsTouchThem() {
    DescribedPredicate<JavaClass> doors =
        simpleName("AnimationTimer").and(resideInAPackage("javafx.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "ui.fx..")
            .should()
            .dependOnClassesThat(doors));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(rooms("ui.fx..", "app.."))
            .should()
            .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(rooms("run..", "history..", "ui.fx..", "app.."))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors"));
  }

  @Test
  void aLinkIsOpenedInOnePlaceAndPicturesAreNeverFetched_T03_T04() {
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("LinkOpener")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.awt.Desktop"));
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("LinkOpener")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.HostServices"));
    check(noClasses().should().callConstructor("javafx.scene.image.Image", "java.lang.String"));
  }

  @Test
  void packagesDependInOneDirection() {
    check(slices().matching("dev.polylogue.(**)").should().beFreeOfCycles());
  }
}
