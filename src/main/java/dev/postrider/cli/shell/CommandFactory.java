package dev.postrider.cli.shell;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, and gives the context to those that ask for it in their constructor. */
final class CommandFactory implements IFactory {

    private final CommandContext context;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(CommandContext context) {
        this.context = context;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {CommandContext.class})) {
                return type.cast(constructor.newInstance(context));
            }
        }
        return others.create(type);
    }
}
