package dev.postrider.limits;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the limits.
 *
 * @param account name under which rate and quota are counted: the same for all programs that send through one account in
 *     one region, another for another
 * @param permitValidity how long after the grant a request may still start; a longer one costs rate, since permits of
 *     different age may be used in the same second
 * @param transactionalReserve share of the quota, and of the burst, that campaigns leave to transactional mail; 0 to 0.9
 * @param snapshotEvery how often the count of the last 24 hours is saved to MongoDB
 * @param sendOnProbation send although SES has the account under review
 * @param checkAgain after which a run that SES did not let go on is tried again
 */
@Validated
@ConfigurationProperties("postrider.limits")
public record LimitsSettings(
        @DefaultValue("ses") String account,
        @DefaultValue("100ms") Duration permitValidity,

        @DefaultValue("0") @DecimalMin("0") @DecimalMax("0.9")
        double transactionalReserve,

        @DefaultValue("5s") Duration snapshotEvery,
        @DefaultValue("false") boolean sendOnProbation,
        @DefaultValue("5m") Duration checkAgain) {

    @AssertTrue(message = "check-again has to be a second or more")
    boolean isCheckAgainLongEnough() {
        return checkAgain.compareTo(Duration.ofSeconds(1)) >= 0;
    }
}
