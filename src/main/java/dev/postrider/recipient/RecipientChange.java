package dev.postrider.recipient;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source of recipients says about one of them.
 *
 * @param values by path in the document ({@code firstName}, {@code attributes.spent}), in the types MongoDB keeps
 * @param cleared the paths that shall have no value any more
 * @param subscription null when the source does not say
 * @param source which statement this is, such as the line of an import: made again after a crash, it is known by this
 */
public record RecipientChange(
        RecipientId id,
        EmailAddress email,
        Map<String, Object> values,
        Set<String> cleared,
        @Nullable Subscription subscription,
        String source) {}
