package dev.postrider.outbox;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Wire format of a batch: one version byte, then the body, compressed with Zstandard. The body is its own length (so that
 * reading allocates once) ahead of the compressed part, and in it run, from, replyTo, the number of envelopes, and each
 * envelope's texts; numbers are varints, a text is its UTF-8 length and bytes, an absent text is the empty one.
 */
final class EnvelopeCodec {

    static final byte VERSION = 2;

    /** Of Zstandard: faster than any deflate, and it sees all messages of a batch where deflate sees three. */
    private static final int LEVEL = 1;

    private static final int MAX_BODY = 256 << 20;

    byte[] encode(EnvelopeBatch batch) {
        WireWriter body = new WireWriter(estimate(batch));
        body.text(batch.run().value());
        body.text(batch.from());
        body.text(batch.replyTo() == null ? "" : batch.replyTo());
        body.number(batch.size());
        batch.envelopes().forEach(envelope -> write(envelope, body));
        return compress(body);
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
        body.rendered(envelope.html());
        body.rendered(envelope.text());
        body.text(envelope.unsubscribeUrl());
    }

    private static byte[] compress(WireWriter body) {
        WireWriter wire = new WireWriter(64);
        wire.octet(VERSION);
        wire.number(body.length());
        wire.compressed(body, LEVEL);
        return wire.toByteArray();
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
        return read(new WireReader(decompress(wire, head.position(), length)));
    }

    private static byte[] decompress(byte[] wire, int offset, int length) {
        byte[] body = new byte[length];
        try {
            if (Zstd.decompressByteArray(body, 0, length, wire, offset, wire.length - offset) != length) {
                throw new UnreadableBatch("damaged batch: it ends early");
            }
            return body;
        } catch (ZstdException e) {
            throw new UnreadableBatch("damaged batch: " + e.getMessage(), e);
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
                    body.rendered(),
                    body.rendered(),
                    body.text()));
        }
        return new EnvelopeBatch(run, from, replyTo, List.copyOf(envelopes));
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
