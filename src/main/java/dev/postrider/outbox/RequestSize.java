package dev.postrider.outbox;

import dev.postrider.template.RenderedText;

/**
 * Bytes that a message takes in an SES bulk request, counted without building it: there its texts are JSON inside a JSON
 * string, escaped twice.
 */
final class RequestSize {

    /** Sender, template and tags that all messages share. */
    static final int OF_REQUEST = 8 * 1024;

    /** SES takes 262,144 characters of data of one entry. */
    static final int MOST_OF_ENTRY = 262_144;

    /** Destination, tags and headers of one message, without the values. */
    private static final int OF_ENTRY = 1024;

    private static final byte[] OF_OCTET = ofOctets();

    private RequestSize() {}

    private static byte[] ofOctets() {
        byte[] bytes = new byte[256];
        for (int c = 0; c < bytes.length; c++) {
            bytes[c] = (byte) (c < ' ' ? 7 : 1);
        }
        bytes['\n'] = bytes['\r'] = bytes['\t'] = 3;
        bytes['"'] = bytes['\\'] = 4;
        return bytes;
    }

    static int of(Envelope envelope) {
        return OF_ENTRY
                + escaped(envelope.subject())
                + escaped(envelope.html())
                + escaped(envelope.text())
                + escaped(envelope.email())
                + 2 * escaped(envelope.recipient().value())
                + 2 * escaped(envelope.unsubscribeUrl());
    }

    static int escaped(RenderedText text) {
        byte[] bytes = text.array();
        int end = text.offset() + text.length();
        int size = 0;
        for (int i = text.offset(); i < end; i++) {
            size += OF_OCTET[bytes[i] & 0xff];
        }
        return size;
    }

    /** Of a short one. */
    private static int escaped(String text) {
        return escaped(RenderedText.of(text));
    }
}
