package dev.postrider.cli.template;

import dev.postrider.cli.shell.NothingFound;
import dev.postrider.recipient.Friend;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Recipients;
import dev.postrider.render.MessageModel;
import dev.postrider.template.PreviewFiles;
import dev.postrider.template.TemplatePreview;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** What a template makes of a recipient who is there, with a link that unsubscribes nobody. */
final class RecipientPreview {

    private static final String LINK = "https://example.com/unsubscribe-preview";

    private final Recipients recipients;
    private final TemplatePreview preview;
    private final Clock clock;

    RecipientPreview(BeanFactory beans) {
        this.recipients = beans.getBean(Recipients.class);
        this.preview = beans.getBean(TemplatePreview.class);
        this.clock = beans.getBean(Clock.class);
    }

    PreviewFiles write(String template, String id, Path directory) {
        Recipient recipient =
                recipients.find(new RecipientId(id)).orElseThrow(() -> new NothingFound("there is no recipient " + id));
        Map<RecipientId, Friend> friends = recipients.friends(recipient.friends());
        MessageModel model = new MessageModel(Map.of("name", template), clock.instant());
        return preview.write(template, model.of(recipient, friends, LINK), directory);
    }
}
