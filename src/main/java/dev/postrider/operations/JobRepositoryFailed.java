package dev.postrider.operations;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;

/** The job repository did not take what had to be written, so the job could not go on. */
public class JobRepositoryFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobRepositoryFailed(String execution, RuntimeException cause) {
        super(execution + " broke off, as the job repository failed: " + message(cause), cause);
    }

    /** The driver's, which names the server, where there is one. */
    private static String message(Throwable failure) {
        String message = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
        for (Throwable link = failure; link != null; link = link.getCause()) {
            message = link instanceof SQLException ? link.getMessage() : message;
        }
        return message == null ? "no reason was given" : message;
    }
}
