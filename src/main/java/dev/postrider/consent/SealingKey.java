package dev.postrider.consent;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key with the id that tokens name it by. */
record SealingKey(String id, SecretKey key) {

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/_-]+={0,2})");
    private static final int BYTES = 32;

    static SealingKey parse(String setting) {
        Matcher matcher = SHAPE.matcher(setting.strip());
        if (!matcher.matches()) {
            throw new InvalidConsentSettings("a key in postrider.consent.keys is not of the form id:BASE64");
        }
        byte[] bytes = decode(matcher.group(2));
        if (bytes.length != BYTES) {
            throw new InvalidConsentSettings("key '" + matcher.group(1) + "' in postrider.consent.keys has "
                    + bytes.length + " bytes, not " + BYTES + " (openssl rand -base64 32 makes one)");
        }
        return new SealingKey(matcher.group(1), new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
