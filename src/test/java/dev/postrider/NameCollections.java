package dev.postrider;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.asm.ClassReader;

/** Whether the code of a class has one of these names as a string; names in annotations are others. */
final class NameCollections extends ArchCondition<JavaClass> {

    private static final byte STRING = 8;

    private final Set<String> names;

    NameCollections(String... names) {
        super("name one of the collections %s", String.join(", ", names));
        this.names = Set.of(names);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Set<String> named = strings(type);
        named.retainAll(names);
        events.add(new SimpleConditionEvent(type, !named.isEmpty(), type.getName() + " names " + named));
    }

    private static Set<String> strings(JavaClass type) {
        ClassReader reader = read(type);
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> strings = new TreeSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            // The second half of a long or a double has no item.
            if (item > 0 && reader.readByte(item - 1) == STRING) {
                strings.add((String) reader.readConst(i, buffer));
            }
        }
        return strings;
    }

    private static ClassReader read(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new ClassReader(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
