package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes that a message takes in an SES bulk request, counted without building it: there its texts are JSON inside a JSON
 * string, escaped twice. Never less than the truth.
 */
final class RequestSize {

    /** Sender, template and tags that all messages share. */
    static final int OF_REQUEST = 8 * 1024;

    /** SES takes 262,144 characters of data of one entry. */
    static final int MOST_OF_ENTRY = 262_144;

    /** Destination, tags and headers of one message, without the values. */
    private static final int OF_ENTRY = 1024;

    private static final int QUOTE_TWICE_ESCAPED = 4;
    private static final int CONTROL_TWICE_ESCAPED = 7;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private RequestSize() {}

    static int of(Envelope envelope) {
        return OF_ENTRY
                + escaped(envelope.subject())
                + escaped(envelope.html())
                + escaped(envelope.text())
                + escaped(envelope.email())
                + 2 * escaped(envelope.recipient().value())
                + 2 * escaped(envelope.unsubscribeUrl());
    }

    static int escaped(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int extra = 0;
        int i = 0;
        for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
            if (needsEscape((long) WORD.get(bytes, i))) {
                extra += extra(bytes, i, i + Long.BYTES);
            }
        }
        return bytes.length + extra + extra(bytes, i, bytes.length);
    }

    /** Eight bytes at once: whether one is a quote, a backslash or a control character. */
    private static boolean needsEscape(long word) {
        long control = word - 0x2020202020202020L;
        long quote = (word ^ 0x2222222222222222L) - 0x0101010101010101L;
        long backslash = (word ^ 0x5c5c5c5c5c5c5c5cL) - 0x0101010101010101L;
        return ((control | quote | backslash) & ~word & HIGH_BITS) != 0;
    }

    private static int extra(byte[] bytes, int from, int to) {
        int extra = 0;
        for (int i = from; i < to; i++) {
            byte octet = bytes[i];
            if (octet == '"' || octet == '\\') {
                extra += QUOTE_TWICE_ESCAPED - 1;
            } else if (octet >= 0 && octet < ' ') {
                extra += extraOfControl(octet);
            }
        }
        return extra;
    }

    private static int extraOfControl(byte octet) {
        return octet == '\n' || octet == '\r' || octet == '\t' ? 2 : CONTROL_TWICE_ESCAPED - 1;
    }
}
