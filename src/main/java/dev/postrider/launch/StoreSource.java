package dev.postrider.launch;

import dev.postrider.terminal.Terminal;
import java.util.List;

/** Where a command has its stores from. */
public interface StoreSource {

    /** @param properties of the command line, with their dashes */
    Embedding open(Terminal terminal, List<String> properties);
}
