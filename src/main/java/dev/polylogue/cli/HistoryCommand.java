package dev.polylogue.cli;

import picocli.CommandLine.Command;

/** {@code polylogue history}: what was asked and answered. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "What was asked and answered.")
final class HistoryCommand {}
