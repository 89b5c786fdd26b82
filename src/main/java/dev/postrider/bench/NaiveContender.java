package dev.postrider.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.recipient.RecipientFields;
import dev.postrider.recipient.RecipientId;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** The pipeline that people write first: one recipient at a time find, render, send with the SDK's client, mark. */
@Lazy
@Component
final class NaiveContender implements Contender {

    private final BenchMail mail;
    private final SdkSender sender;
    private final SideBySide threads;
    private final MongoCollection<Document> recipients;

    NaiveContender(BenchMail mail, SdkSender sender, SideBySide threads, MongoDatabaseFactory mongo) {
        this.mail = mail;
        this.sender = sender;
        this.threads = threads;
        this.recipients = mongo.getMongoDatabase().getCollection(RecipientFields.COLLECTION);
    }

    @Override
    public Round race(int number, int most) {
        List<RecipientId> ids = mail.recipients(most);
        double seconds = threads.each(ids, this::send);
        return new Round(ids.size(), seconds, null);
    }

    private void send(RecipientId id) {
        sender.send(mail.render(id));
        recipients.updateOne(Filters.eq(RecipientFields.ID, id.value()), Updates.set("benchedAt", Instant.now()));
    }
}
