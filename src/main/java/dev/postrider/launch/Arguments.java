package dev.postrider.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command line taken apart: Spring properties ({@code --spring.mongodb.uri=...}; every name with a dot is one) may
 * stand anywhere in it.
 *
 * @param command what is left for the command itself
 * @param properties with their dashes
 */
public record Arguments(List<String> command, List<String> properties) {

    private static final Pattern PROPERTY =
            Pattern.compile("--[A-Za-z][\\w-]*(\\.[\\w\\[\\]-]+)+(=.*)?", Pattern.DOTALL);

    /** @throws InvalidArguments for a property without a value */
    public static Arguments of(String... arguments) {
        List<String> command = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        for (String argument : arguments) {
            if (!PROPERTY.matcher(argument).matches()) {
                command.add(argument);
            } else if (argument.contains("=")) {
                properties.add(argument);
            } else {
                throw new InvalidArguments(argument + " needs a value: write " + argument + "=VALUE");
            }
        }
        return new Arguments(List.copyOf(command), List.copyOf(properties));
    }
}
