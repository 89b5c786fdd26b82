package dev.postrider.consent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals text into tokens {@code v1.KEYID.PAYLOAD}: the payload is Base64url of a random nonce of 12 bytes and AES-256-GCM's
 * cipher text with its tag of 16 bytes; {@code v1.KEYID} is authenticated too. The first key seals, all of them open.
 * Random nonces are safe for some four billion tokens a key, so add a new key well before.
 */
final class TokenSeal {

    private static final String VERSION = "v1";
    private static final String CIPHER = "AES/GCM/NoPadding";

    /** Looking one up takes as long as sealing. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(TokenSeal::newCipher);

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SealingKey newest;
    private final Map<String, SealingKey> keys = new LinkedHashMap<>();

    TokenSeal(List<SealingKey> keys) {
        this.newest = keys.get(0);
        for (SealingKey key : keys) {
            if (this.keys.putIfAbsent(key.id(), key) != null) {
                throw new InvalidConsentSettings("key id '" + key.id() + "' is twice in postrider.consent.keys");
            }
        }
    }

    String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[NONCE_BYTES + plain.length + TAG_BYTES];
        System.arraycopy(nonce, 0, payload, 0, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, newest, nonce).doFinal(plain, 0, plain.length, payload, NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot seal tokens: " + e.getMessage(), e);
        }
        return prefix(newest) + encode(payload);
    }

    /** Empty for anything that {@link #seal} has not made with one of the keys. */
    Optional<String> open(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        SealingKey key = keys.get(parts[1]);
        return key == null ? Optional.empty() : open(key, parts[2]);
    }

    private static Optional<String> open(SealingKey key, String encoded) {
        try {
            byte[] payload = Base64.getUrlDecoder().decode(encoded);
            // Base64 leaves bits over: two spellings of one payload must not both be accepted.
            if (payload.length < NONCE_BYTES + TAG_BYTES || !encode(payload).equals(encoded)) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(payload, NONCE_BYTES);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(payload, NONCE_BYTES, payload.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot seal tokens: " + e.getMessage(), e);
        }
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(prefix(key).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static String prefix(SealingKey key) {
        return VERSION + "." + key.id() + ".";
    }

    private static String encode(byte[] payload) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
    }
}
