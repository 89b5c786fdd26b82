package dev.postrider.program;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A run of a site's campaign as nodes find it in MongoDB. */
record WatchedRun(Site site, String slot) {

    /** Plans it, and has a node begin with it. */
    WatchedRun launch() {
        site.json("campaign", "plan", "loyalty", "--slot", slot);
        goOn();
        return this;
    }

    /** The time has come at which it goes on by itself. */
    void goOn() {
        site.collection("runs").updateOne(Filters.eq("_id", id()), Updates.set("resumesAt", Date.from(Instant.now())));
    }

    String id() {
        return "loyalty@" + slot.replaceAll("[-:]", "");
    }

    boolean completed() {
        return "COMPLETED".equals(state());
    }

    String state() {
        return document().getString("state");
    }

    @Nullable
    Instant resumesAt() {
        Date date = document().getDate("resumesAt");
        return date == null ? null : date.toInstant();
    }

    /** The process id of the node that works on it, or 0. */
    long owner() {
        Document owner = site.collection("owners")
                .find(Filters.eq("_id", document().getString("owner")))
                .first();
        return owner == null ? 0 : owner.getLong("pid");
    }

    private Document document() {
        return Objects.requireNonNull(
                site.collection("runs").find(Filters.eq("_id", id())).first());
    }
}
