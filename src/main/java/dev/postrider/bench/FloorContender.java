package dev.postrider.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sesv2.model.SendBulkEmailRequest;

/** What SES's API itself costs: bulk requests of messages that were rendered beforehand, by the SDK's client. */
@Lazy
@Component
final class FloorContender implements Contender {

    private static final int RENDERED = 1_000;
    private static final int ENTRIES = 50;

    private final BenchMail mail;
    private final SdkSender sender;
    private final SideBySide threads;
    private final List<SendBulkEmailRequest> rendered = new ArrayList<>();

    FloorContender(BenchMail mail, SdkSender sender, SideBySide threads) {
        this.mail = mail;
        this.sender = sender;
        this.threads = threads;
    }

    @Override
    public Round race(int number, int most) {
        if (rendered.isEmpty()) {
            render(most);
        }
        int recipients = mail.recipients(most).size();
        List<SendBulkEmailRequest> requests = IntStream.range(0, Math.max(1, recipients / ENTRIES))
                .mapToObj(request -> rendered.get(request % rendered.size()))
                .toList();
        double seconds = threads.each(requests, sender::send);
        long messages = requests.stream()
                .mapToLong(request -> request.bulkEmailEntries().size())
                .sum();
        return new Round(messages, seconds, null);
    }

    private void render(int most) {
        List<BenchMail.Mail> mails = mail.recipients(Math.min(RENDERED, most)).stream()
                .map(mail::render)
                .toList();
        for (int start = 0; start < mails.size(); start += ENTRIES) {
            rendered.add(sender.bulk(mails.subList(start, Math.min(start + ENTRIES, mails.size()))));
        }
    }
}
