package dev.postrider.outbox;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Wire format of a batch: one version byte, then the body, deflated at level 1. The body is its own length (so that
 * reading allocates once) ahead of the deflated part, and in it run, from, replyTo, the number of envelopes, and each
 * envelope's texts; numbers are varints, a text is its UTF-8 length and bytes, an absent text is the empty one.
 */
final class EnvelopeCodec {

    static final byte VERSION = 1;

    private static final int MAX_BODY = 256 << 20;

    byte[] encode(EnvelopeBatch batch) {
        WireWriter body = new WireWriter(estimate(batch));
        body.text(batch.run().value());
        body.text(batch.from());
        body.text(batch.replyTo() == null ? "" : batch.replyTo());
        body.number(batch.size());
        batch.envelopes().forEach(envelope -> write(envelope, body));
        return deflate(body);
    }

    private static int estimate(EnvelopeBatch batch) {
        int size = 512;
        for (Envelope envelope : batch.envelopes()) {
            size += envelope.html().length() + envelope.text().length() + 512;
        }
        return size;
    }

    private static void write(Envelope envelope, WireWriter body) {
        body.text(envelope.recipient().value());
        body.text(envelope.email());
        body.text(envelope.address());
        body.text(envelope.subject());
        body.text(envelope.html());
        body.text(envelope.text());
        body.text(envelope.unsubscribeUrl());
    }

    private static byte[] deflate(WireWriter body) {
        WireWriter wire = new WireWriter(body.length() / 4 + 64);
        wire.octet(VERSION);
        wire.number(body.length());
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(body.array(), 0, body.length());
            deflater.finish();
            while (!deflater.finished()) {
                wire.deflated(deflater);
            }
            return wire.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @throws UnreadableBatch if the bytes are damaged or of another version */
    EnvelopeBatch decode(byte[] wire) {
        WireReader head = new WireReader(wire);
        int version = head.octet();
        if (version != VERSION) {
            throw new UnreadableBatch(
                    "envelope format " + version + " is unknown to this version, which reads format " + VERSION);
        }
        int length = head.number();
        if (length > MAX_BODY) {
            throw new UnreadableBatch("damaged batch: it claims a body of " + length + " bytes");
        }
        return read(new WireReader(inflate(wire, head.position(), length)));
    }

    private static byte[] inflate(byte[] wire, int offset, int length) {
        Inflater inflater = new Inflater(true);
        try {
            byte[] body = new byte[length];
            inflater.setInput(wire, offset, wire.length - offset);
            int read = 0;
            while (read < length) {
                int more = inflater.inflate(body, read, length - read);
                if (more == 0) {
                    throw new UnreadableBatch("damaged batch: it ends early");
                }
                read += more;
            }
            return body;
        } catch (DataFormatException e) {
            throw new UnreadableBatch("damaged batch: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private static EnvelopeBatch read(WireReader body) {
        RunId run = new RunId(body.text());
        String from = body.text();
        String replyTo = absentIfEmpty(body.text());
        int count = body.number();
        List<Envelope> envelopes = new ArrayList<>(Math.min(count, 1_000));
        for (int i = 0; i < count; i++) {
            envelopes.add(new Envelope(
                    new RecipientId(body.text()),
                    body.text(),
                    body.text(),
                    body.text(),
                    body.text(),
                    body.text(),
                    body.text()));
        }
        return new EnvelopeBatch(run, from, replyTo, List.copyOf(envelopes));
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
