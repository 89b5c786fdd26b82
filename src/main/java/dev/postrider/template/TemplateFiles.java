package dev.postrider.template;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * The bytes of a template and of the shared pieces, by path from the templates folder.
 *
 * @param name the template's name, which is also the folder of its own files
 */
record TemplateFiles(String name, SortedMap<String, byte[]> files) {

    static final String LAYOUT = "layout";

    String subject() {
        return name + "/subject.ftl";
    }

    String body() {
        return name + "/body.ftlh";
    }

    String text() {
        return name + "/body.txt.ftl";
    }

    String sample() {
        return name + "/sample.json";
    }

    boolean hasText() {
        return files.containsKey(text());
    }

    /** SHA-256 over name, paths, lengths and bytes, in hexadecimal: equal contents have equal hashes. */
    String hash() {
        MessageDigest digest = sha256();
        update(digest, name.getBytes(StandardCharsets.UTF_8));
        files.forEach((path, bytes) -> {
            update(digest, path.getBytes(StandardCharsets.UTF_8));
            update(digest, bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
