package dev.postrider.launch;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;

/** What went wrong, in one line: the fact that this program states, or else the innermost cause. */
public final class Failures {

    private static final Pattern MONGODB_NODE = Pattern.compile("address=([^,]+).*?exception=\\{[^:]+: ([^}]+)}");

    private Failures() {}

    public static String line(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return Stream.<Optional<String>>of(stated(chain), setting(chain), mongodb(chain))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> message(chain.get(chain.size() - 1)))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    private static Optional<String> stated(List<Throwable> chain) {
        return chain.stream()
                .filter(link -> link.getClass().getName().startsWith("dev.postrider."))
                .map(Failures::message)
                .findFirst();
    }

    private static Optional<String> setting(List<Throwable> chain) {
        return chain.stream()
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .findFirst()
                .map(failure -> "setting " + failure.getName() + value(failure) + " cannot be used: "
                        + reason(chain.get(chain.size() - 1)));
    }

    private static String value(BindException failure) {
        return failure.getProperty() == null ? "" : " (" + failure.getProperty().getOrigin() + ")";
    }

    private static String reason(Throwable cause) {
        return cause instanceof BindValidationException invalid
                ? invalid.getValidationErrors().getAllErrors().stream()
                        .map(error -> error.getDefaultMessage())
                        .findFirst()
                        .orElse("it is not valid")
                : message(cause);
    }

    private static Optional<String> mongodb(List<Throwable> chain) {
        return chain.stream()
                .filter(MongoException.class::isInstance)
                .map(failure -> failure instanceof MongoTimeoutException
                        ? unreachable(message(failure))
                        : "MongoDB: " + message(failure))
                .findFirst();
    }

    private static String unreachable(String message) {
        Matcher node = MONGODB_NODE.matcher(message);
        return node.find()
                ? "MongoDB at " + node.group(1) + " is not reachable: " + node.group(2)
                : "MongoDB is not reachable: " + message;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
