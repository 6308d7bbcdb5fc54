package dev.polylogue.cli;

import picocli.CommandLine.Command;

/** {@code polylogue votes}: what was voted, and what the votes say. */
@Command(
    name = "votes",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|leaderboard",
    description = "What was voted, and what the votes say.")
final class VotesCommand {}
