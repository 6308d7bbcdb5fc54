package dev.polylogue.cli;

import picocli.CommandLine.Command;

/** {@code polylogue history}: what was asked and answered. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel =
        "list|show|search|export|import|pin|file|tag|trash|untrash|purge|exchange|replay|verify"
            + "|backup|restore|salvage",
    description = "What was asked and answered.")
final class HistoryCommand {}
