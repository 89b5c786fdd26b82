package dev.postrider.ses;

import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.template.RenderedText;
import org.jspecify.annotations.Nullable;

/** Writes the messages of one batch as SES wants them. */
final class MessageJson {

    private final Mailbox sender;
    private final @Nullable Mailbox replyTo;
    private final @Nullable String configurationSet;
    private final String runTags;

    /** @throws dev.postrider.recipient.InvalidEmailAddress if the batch's sender is none */
    MessageJson(EnvelopeBatch batch, @Nullable String configurationSet) {
        this.sender = Mailbox.parse(batch.from());
        this.replyTo = batch.replyTo() == null ? null : Mailbox.parse(batch.replyTo());
        this.configurationSet = configurationSet;
        this.runTags = tag(MessageTags.RUN, MessageTags.encode(batch.run().value())) + ","
                + tag(MessageTags.CAMPAIGN, batch.run().campaign()) + ","
                + (batch.attempt() == 1 ? "" : tag(MessageTags.ATTEMPT, Integer.toString(batch.attempt())) + ",");
    }

    Mailbox sender() {
        return sender;
    }

    /** SendEmail with one message. */
    void single(JsonBody body, Envelope envelope) {
        open(body);
        body.raw(",\"Destination\":{\"ToAddresses\":[").string(envelope.email());
        body.raw("]},\"Content\":{\"Simple\":{\"Subject\":{\"Data\":").string(envelope.subject());
        body.raw(",\"Charset\":\"UTF-8\"},\"Body\":{\"Html\":{\"Data\":").string(envelope.html());
        body.raw(",\"Charset\":\"UTF-8\"},\"Text\":{\"Data\":").string(envelope.text());
        body.raw(",\"Charset\":\"UTF-8\"}},\"Headers\":");
        headers(body, envelope);
        body.raw("}},\"EmailTags\":");
        tags(body, envelope);
        body.raw("}");
    }

    /** SendBulkEmail up to its entries: the template passes on what each entry brings. */
    void openBulk(JsonBody body) {
        open(body);
        body.raw(",\"DefaultContent\":{\"Template\":{\"TemplateContent\":{\"Subject\":\"{{subject}}\","
                + "\"Html\":\"{{html}}\",\"Text\":\"{{text}}\"},\"TemplateData\":\"{}\"}},\"BulkEmailEntries\":[");
    }

    /** @return the length of the entry's template data, in bytes */
    int entry(JsonBody body, Envelope envelope) {
        body.raw("{\"Destination\":{\"ToAddresses\":[").string(envelope.email());
        body.raw("]},\"ReplacementEmailContent\":{\"ReplacementTemplate\":{\"ReplacementTemplateData\":");
        int start = body.length();
        body.raw("\"{").nested("", "subject", RenderedText.of(envelope.subject()));
        body.nested(",", "html", envelope.html())
                .nested(",", "text", envelope.text())
                .raw("}\"");
        int length = body.length() - start;
        body.raw("}},\"ReplacementHeaders\":");
        headers(body, envelope);
        body.raw(",\"ReplacementTags\":");
        tags(body, envelope);
        body.raw("}");
        return length;
    }

    void closeBulk(JsonBody body) {
        body.raw("]}");
    }

    private void open(JsonBody body) {
        body.clear();
        body.raw("{\"FromEmailAddress\":").string(sender.encoded());
        if (replyTo != null) {
            body.raw(",\"ReplyToAddresses\":[").string(replyTo.encoded()).raw("]");
        }
        if (configurationSet != null) {
            body.raw(",\"ConfigurationSetName\":").string(configurationSet);
        }
    }

    private static void headers(JsonBody body, Envelope envelope) {
        body.raw("[{\"Name\":\"List-Unsubscribe\",\"Value\":").string("<" + envelope.unsubscribeUrl() + ">");
        body.raw("},{\"Name\":\"List-Unsubscribe-Post\",\"Value\":\"List-Unsubscribe=One-Click\"}]");
    }

    private void tags(JsonBody body, Envelope envelope) {
        String recipient = MessageTags.encode(envelope.recipient().value());
        body.raw("[").raw(runTags).raw(tag(MessageTags.RECIPIENT, recipient)).raw("]");
    }

    private static String tag(String name, String value) {
        return "{\"Name\":\"" + name + "\",\"Value\":\"" + value + "\"}";
    }
}
