package dev.postrider.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.model.IndexOptions;
import dev.postrider.embedded.TestMongo;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@Tag("mongodb")
class NeededIndexesIntegrationTests {

    private static final NeededIndex BY_STATE = NeededIndex.on("things", "state", "createdAt");

    private final MongoTemplate mongo = TestMongo.template();

    @Test
    void areMadeAtOnceAlsoOfACollectionThatIsNotThere() {
        make(BY_STATE, NeededIndex.on("things", "createdAt"));

        assertThat(keys()).contains("{\"state\": 1, \"createdAt\": 1}", "{\"createdAt\": 1}");
    }

    @Test
    void areMadeOnceHoweverManyProcessesDo() {
        List.of(1, 2, 3, 4).parallelStream().forEach(process -> make(BY_STATE));

        assertThat(keys()).containsOnlyOnce("{\"state\": 1, \"createdAt\": 1}");
    }

    @Test
    void oneOfTheSameKeysServesWhateverItsNameIs() {
        mongo.getDb().getCollection("things").createIndex(BY_STATE.keys(), new IndexOptions().name("own"));

        assertThat(indexes(BY_STATE).refusals()).isEmpty();
        assertThat(keys()).containsOnlyOnce("{\"state\": 1, \"createdAt\": 1}");
    }

    /** The embedded server takes two indexes of one name. */
    @Test
    void oneInTheWayIsALineWithItsPlace() {
        BsonDocument answer = BsonDocument.parse("{ok: 0, code: 86, codeName: 'IndexKeySpecsConflict', "
                + "errmsg: 'An existing index has the same name as the requested index'}");

        String line = indexes(BY_STATE)
                .line(BY_STATE, new MongoCommandException(answer, new ServerAddress("mongodb.example", 27017)));

        assertThat(line)
                .isEqualTo("the index {\"state\": 1, \"createdAt\": 1} of "
                        + mongo.getDb().getName() + ".things cannot be made, so that looks there are slow: "
                        + "An existing index has the same name as the requested index (mongodb.example:27017)");
    }

    private void make(NeededIndex... needed) {
        indexes(needed).make();
    }

    private NeededIndexes indexes(NeededIndex... needed) {
        return new NeededIndexes(mongo, List.of(needed));
    }

    private List<String> keys() {
        return mongo.getDb()
                .getCollection("things")
                .listIndexes()
                .map(index -> index.get("key", Document.class).toJson())
                .into(new ArrayList<>());
    }
}
