package dev.polylogue.cli;

import picocli.CommandLine.Command;

/** {@code polylogue providers}: where models run. */
@Command(
    name = "providers",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add|key|list|remove|test|presets|discover|doctor|trust",
    description = "Where models run.")
final class ProvidersCommand {}
