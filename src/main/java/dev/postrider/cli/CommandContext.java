package dev.postrider.cli;

import dev.postrider.launch.Interruption;
import dev.postrider.launch.Launch;
import dev.postrider.terminal.Terminal;

/** What commands work with. */
record CommandContext(Terminal terminal, Launch launch, Interruption interruption) {}
