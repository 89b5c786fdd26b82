package dev.postrider.audit;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The trail on a database of a test's choice. */
public final class AuditFixture {

    private AuditFixture() {}

    public static EditTrail edits(MongoTemplate mongo, Clock clock) {
        AuditTrail trail = new AuditTrail(mongo);
        return new EditTrail(trail, audit(trail, clock), clock);
    }

    static Audit audit(AuditTrail trail, Clock clock) {
        return new Audit(trail, new CurrentActor(new AuditSettings("operator-a")), clock);
    }
}
