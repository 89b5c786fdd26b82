package dev.postrider.ses;

import dev.postrider.limits.AccountUnavailable;
import dev.postrider.recipient.Scrubbed;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** SES could not be asked, or did not let itself be asked. */
public class SesUnavailable extends AccountUnavailable {

    private static final long serialVersionUID = 1L;

    private static final Set<Integer> DENIED = Set.of(401, 403);

    SesUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Of a question that failed; {@link SesMisconfigured} where SES does not take our credentials, or not for this. */
    static SesUnavailable because(String fact, SdkException failure) {
        String message = fact + ": " + Scrubbed.cause(failure);
        boolean refused = failure instanceof AwsServiceException answer
                && DENIED.contains(answer.statusCode())
                && !answer.isThrottlingException();
        return refused ? new SesMisconfigured(message, failure) : new SesUnavailable(message, failure);
    }
}
