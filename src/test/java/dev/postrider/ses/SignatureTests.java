package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Signature Version 4, computed anew from what came over the wire. */
class SignatureTests {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "Authorization: AWS4-HMAC-SHA256 Credential=local/(\\S+), SignedHeaders=(\\S+), Signature=(\\S+)");
    private static final Instant CLAIMED_AT = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void coversTheRequestAsWrittenAndTheTimeOfTheClaim() throws Exception {
        ScriptedSes.Request request = send();
        Matcher authorization = AUTHORIZATION.matcher(request.head());
        assumeTrue(authorization.find(), "this machine has AWS credentials of its own");
        String scope = authorization.group(1);

        assertThat(header(request, "x-amz-date")).isEqualTo("20261124T090000Z");
        assertThat(scope).isEqualTo("20261124/us-east-1/ses/aws4_request");
        assertThat(header(request, "x-amz-content-sha256")).isEqualTo(sha256(request.body()));
        String toSign = "AWS4-HMAC-SHA256\n20261124T090000Z\n" + scope + "\n"
                + sha256(canonical(request, authorization.group(2)));
        assertThat(HexFormat.of().formatHex(hmac(key(scope), toSign))).isEqualTo(authorization.group(3));
    }

    private static ScriptedSes.Request send() throws IOException {
        try (ScriptedSes scripted = new ScriptedSes((connection, self) -> {
                    self.read(connection);
                    ScriptedSes.answer(connection, 500, "");
                });
                TestSes ses = TestSes.at(scripted.endpoint())) {
            ses.bulk.send(SampleBatch.of(2), CLAIMED_AT);
            return scripted.requests.get(0);
        }
    }

    private static String canonical(ScriptedSes.Request request, String signedHeaders) throws GeneralSecurityException {
        String headers = Arrays.stream(signedHeaders.split(";", -1))
                .map(name -> name + ":" + header(request, name) + "\n")
                .collect(Collectors.joining());
        return "POST\n/v2/email/outbound-bulk-emails\n\n" + headers + "\n" + signedHeaders + "\n"
                + sha256(request.body());
    }

    private static String header(ScriptedSes.Request request, String name) {
        return request.head()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] key(String scope) throws GeneralSecurityException {
        byte[] key = "AWS4local".getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
