package dev.postrider.outbox;

import dev.postrider.ledger.RunId;

/** The keys of one run, which a cluster keeps together by their hash tag. */
record OutboxKeys(String stream, String sizes) {

    static OutboxKeys of(RunId run) {
        String stream = "postrider:{" + run.value() + "}:outbox";
        return new OutboxKeys(stream, stream + ":sizes");
    }

    String[] all() {
        return new String[] {stream, sizes};
    }
}
