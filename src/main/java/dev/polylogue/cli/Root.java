package dev.polylogue.cli;

import dev.polylogue.attachment.AttachmentException;
import dev.polylogue.history.HistoryException;
import dev.polylogue.media.MediaException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code polylogue} itself: opens the workbench, or hands over to a command. */
@Command(
    name = "polylogue",
    mixinStandardHelpOptions = true,
    version = "Polylogue 0.1.0",
    description = "One prompt, several models, side by side, kept.")
public final class Root implements Callable<Integer> {
  private static final int USAGE = 2;

  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = "--tour-without-display",
      paramLabel = "DIR",
      hidden = true,
      description = "Where there is no display, save pictures of the window instead.")
  private @Nullable Path tour;

  private final Windows windows;
  private final Console console;

  private Root(Path usualHome, Services.Opening opening, Windows windows, Terminal terminal) {
    this.windows = windows;
    this.console = new Console(options, usualHome, opening, terminal);
  }

  /** Runs the program as the arguments say and returns its exit status. */
  public static int run(
      String[] arguments,
      Path usualHome,
      Services.Opening opening,
      Windows windows,
      Terminal terminal) {
    Root root = new Root(usualHome, opening, windows, terminal);
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new CompareCommand(root.console))
            .addSubcommand(new EditCommand(root.console))
            .addSubcommand(
                new CommandLine(new ProvidersCommand())
                    .addSubcommand(new ProvidersAddCommand(root.console))
                    .addSubcommand(new ProvidersKeyCommand(root.console))
                    .addSubcommand(new ProvidersListCommand(root.console))
                    .addSubcommand(new ProvidersRemoveCommand(root.console))
                    .addSubcommand(new ProvidersTestCommand(root.console))
                    .addSubcommand(new ProvidersPresetsCommand(root.console))
                    .addSubcommand(new ProvidersDiscoverCommand(root.console))
                    .addSubcommand(new ProvidersDoctorCommand(root.console))
                    .addSubcommand(new ProvidersTrustCommand(root.console)))
            .addSubcommand(new ModelsCommand(root.console))
            .addSubcommand(
                new CommandLine(new HistoryCommand())
                    .addSubcommand(new HistoryListCommand(root.console))
                    .addSubcommand(new HistoryShowCommand(root.console))
                    .addSubcommand(new HistorySearchCommand(root.console))
                    .addSubcommand(new HistoryGenerateCommand(root.console))
                    .addSubcommand(new HistoryPinCommand(root.console))
                    .addSubcommand(new HistoryFileCommand(root.console))
                    .addSubcommand(new HistoryTagCommand(root.console))
                    .addSubcommand(new HistoryTrashCommand(root.console))
                    .addSubcommand(new HistoryUntrashCommand(root.console))
                    .addSubcommand(new HistoryPurgeCommand(root.console))
                    .addSubcommand(new HistoryExchangeCommand(root.console))
                    .addSubcommand(new HistoryReplayCommand(root.console))
                    .addSubcommand(new HistoryVerifyCommand(root.console))
                    .addSubcommand(new HistoryRepairCommand(root.console))
                    .addSubcommand(new HistoryBackupCommand(root.console))
                    .addSubcommand(new HistoryRestoreCommand(root.console))
                    .addSubcommand(new HistorySalvageCommand(root.console))
                    .addSubcommand(new HistoryExportCommand(root.console))
                    .addSubcommand(new HistoryImportCommand(root.console)))
            .addSubcommand(
                new CommandLine(new VotesCommand())
                    .addSubcommand(new VotesListCommand(root.console))
                    .addSubcommand(new VotesBoardCommand(root.console)))
            .addSubcommand(new TourCommand(root.console, windows))
            .registerConverter(UUID.class, Root::comparison)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(new Misuse(USAGE))
            .setExecutionExceptionHandler((failure, command, parsed) -> root.fail(failure));
    int status = line.execute(arguments);
    root.console.flush();
    return status;
  }

  private static UUID comparison(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("There is no comparison \"%s\".".formatted(id));
    }
  }

  /** A wrong argument is the caller's mistake; anything else is a failure. */
  private int fail(Exception failure) {
    String message = failure.getMessage();
    console.complain(message == null ? failure.toString() : message);
    if (failure instanceof HistoryException known) {
      WaysOn.of(known.kind()).ifPresent(console::complain);
    }
    boolean mistaken =
        failure instanceof IllegalArgumentException
            || failure instanceof AttachmentException
            || failure instanceof MediaException;
    return mistaken ? USAGE : 1;
  }

  @Override
  public Integer call() {
    if (windows.hasDisplay()) {
      return windows.open(console.home());
    }
    if (tour == null) {
      console.complain(
          "There is no display to open a window on. Try: polylogue compare, or polylogue tour --out"
              + " DIR.");
      return 1;
    }
    console.line("There is no display here, so the tour runs instead of the window.");
    console.flush();
    int status = windows.tour(null, tour);
    console.line("Pictures of the window are in " + tour.toAbsolutePath());
    return status;
  }
}
