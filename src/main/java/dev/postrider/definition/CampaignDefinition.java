package dev.postrider.definition;

import dev.postrider.recipient.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its file in {@code jobs/} defines it.
 *
 * @param segment a MongoDB filter on recipients, which {@link dev.postrider.recipient.Segment} takes; empty for everybody
 * @param topic what its mails are counted under for caps; null: with those of all campaigns that name none
 * @param proof the team's addresses, each of which gets a copy first; empty where none is wanted
 * @param source the file's text, which {@link #parse} reads back to an equal definition
 */
public record CampaignDefinition(
        String campaign,
        @Nullable String description,
        @Nullable Schedule schedule,
        String from,
        @Nullable String replyTo,
        String template,
        Map<String, Object> segment,
        @Nullable Inactivity inactivity,
        @Nullable Limits limits,
        @Nullable Rollout rollout,
        @Nullable Approval approval,
        @Nullable String topic,
        @Nullable Cap cap,
        List<EmailAddress> proof,
        @Nullable Guard guard,
        String source)
        implements Scheduled {

    /** Leaves out who has been marked at {@code below} days or later. */
    public record Inactivity(int below) {}

    /**
     * Limits of one run.
     *
     * @param maxRecipients a plan with more recipients fails
     * @param rate recipients a second
     */
    public record Limits(
            @Nullable Long maxRecipients, @Nullable Double rate) {}

    /**
     * A first share of the recipients, then a pause to watch bounces and complaints.
     *
     * @param first share, 0 to 1
     */
    public record Rollout(double first, Duration watch) {}

    /** A run with more recipients than {@code above} waits for a second person's yes. */
    public record Approval(long above) {}

    /** Skips who has had {@code mails} mails of the topic, whatever their campaigns, in the last {@code days} x 24 hours. */
    public record Cap(int mails, int days) {}

    /**
     * How many bounces and complaints pause a run; what is null is as the settings of the guard say.
     *
     * @param bounces share of the messages sent that may bounce permanently, 0 to 1
     * @param complaints share of the messages sent that may bring a complaint, 0 to 1
     * @param fewBounces so many never pause a run
     * @param fewComplaints so many never pause a run
     */
    public record Guard(
            @Nullable Double bounces,
            @Nullable Double complaints,
            @Nullable Integer fewBounces,
            @Nullable Integer fewComplaints) {}

    @Override
    public String name() {
        return campaign;
    }

    /**
     * Reads a definition.
     *
     * @param file name of the file, for messages
     * @throws InvalidCampaign with file, line and cause
     */
    public static CampaignDefinition parse(String file, String text) {
        return CampaignReader.read(file, text);
    }
}
