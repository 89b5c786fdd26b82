package dev.postrider.launch;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the guarantees ask of MongoDB, for all rooms: a write counts once a majority has it, since a claim that a failover
 * took back would be mailed again, and reads are of the primary, since consent is checked just before sending. A URI that
 * asks for less is refused.
 */
@Component
class MajorityWrites implements MongoClientSettingsBuilderCustomizer {

    @Override
    public void customize(MongoClientSettings.Builder builder) {
        MongoClientSettings asked = builder.build();
        WriteConcern concern = asked.getWriteConcern();
        if (concern.equals(WriteConcern.ACKNOWLEDGED)) {
            builder.writeConcern(WriteConcern.MAJORITY);
        } else if (!isMajority(concern)) {
            throw new WeakMongoSettings("write concern " + concern.asDocument().toJson(), "w=majority");
        }
        if (!asked.getReadPreference().equals(ReadPreference.primary())) {
            throw new WeakMongoSettings(
                    "readPreference=" + asked.getReadPreference().getName(), "primary");
        }
    }

    private static boolean isMajority(WriteConcern concern) {
        return "majority".equals(concern.getWObject()) && !Boolean.FALSE.equals(concern.getJournal());
    }
}
