package dev.postrider.cli.shell;

import dev.postrider.launch.Interruption;
import dev.postrider.launch.Launch;
import dev.postrider.terminal.Terminal;

/** What commands work with. */
public record CommandContext(Terminal terminal, Launch launch, Interruption interruption) {}
