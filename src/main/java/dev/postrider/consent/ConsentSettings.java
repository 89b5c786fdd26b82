package dev.postrider.consent;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where links in mails lead and what seals them.
 *
 * @param publicUrl address under which recipients reach Postrider, {@code https://mail.example.com}
 * @param keys {@code id:key} with a key of 32 bytes in Base64, the newest first: it seals, and all of them open
 */
@ConfigurationProperties("postrider")
public record ConsentSettings(
        @Nullable String publicUrl,
        @Name("consent.keys") @DefaultValue List<String> keys) {

    String publicBase() {
        if (publicUrl == null || publicUrl.isBlank()) {
            throw new InvalidConsentSettings("postrider.public-url is not set: links in mails need an address");
        }
        String url = publicUrl.strip();
        if (!isAddress(url)) {
            throw new InvalidConsentSettings("postrider.public-url is not an address such as https://mail.example.com");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    List<SealingKey> sealingKeys() {
        if (keys.isEmpty()) {
            throw new InvalidConsentSettings("postrider.consent.keys is not set: links in mails need a key, "
                    + "id:BASE64 of 32 random bytes (openssl rand -base64 32 makes them)");
        }
        return keys.stream().map(SealingKey::parse).toList();
    }

    @Override
    public String toString() {
        return "ConsentSettings[publicUrl=" + publicUrl + ", " + keys.size() + " keys]";
    }
}
