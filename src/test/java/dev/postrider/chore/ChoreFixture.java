package dev.postrider.chore;

import org.springframework.data.mongodb.core.MongoTemplate;

/** What other rooms' tests need of chores. */
public final class ChoreFixture {

    private ChoreFixture() {}

    public static FailingChores failing(MongoTemplate mongo) {
        return new FailingChores(mongo);
    }
}
