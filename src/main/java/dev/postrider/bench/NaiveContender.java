package dev.postrider.bench;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.postrider.recipient.Friend;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The pipeline that people write first, on Spring Data and the SDK's client: one recipient at a time find, render, send,
 * mark. Friends are found with one query for each mail, and the rendering is the campaign's own.
 */
@Lazy
@Component
final class NaiveContender implements Contender {

    private final BenchMail mail;
    private final SdkSender sender;
    private final SideBySide threads;
    private final MongoTemplate mongo;

    NaiveContender(BenchMail mail, SdkSender sender, SideBySide threads, MongoTemplate mongo) {
        this.mail = mail;
        this.sender = sender;
        this.threads = threads;
        this.mongo = mongo;
    }

    @Override
    public Round race(int number, int most) {
        List<RecipientId> ids = mail.recipients(most);
        double seconds = threads.each(ids, this::send);
        return new Round(ids.size(), seconds, null);
    }

    private void send(RecipientId id) {
        Person person = mongo.findById(id.value(), Person.class);
        if (person == null) {
            throw new BenchFailed("no recipient " + id);
        }
        Recipient recipient = person.toRecipient();
        sender.send(mail.render(recipient, friends(person)));
        mongo.updateFirst(query(where("_id").is(id.value())), Update.update("mailedAt", Instant.now()), Person.class);
    }

    private Map<RecipientId, Friend> friends(Person person) {
        return mongo.find(query(where("_id").in(person.friends())), Person.class).stream()
                .map(Person::toFriend)
                .collect(Collectors.toMap(Friend::id, friend -> friend));
    }
}
