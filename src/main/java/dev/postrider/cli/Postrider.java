package dev.postrider.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code postrider} command. */
@Command(
        name = "postrider",
        mixinStandardHelpOptions = true,
        subcommands = {})
public final class Postrider {

    private Postrider() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Postrider()).execute(args));
    }
}
