package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.LongProof;
import dev.postrider.outbox.OwnRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis behind TLS with a certificate of its own authority, and with the user that the README gives. */
@LongProof
class SecuredRedisIntegrationTests {

    private static final String PASSWORD = "c0ins&reels";
    private static final String ENCODED = "c0ins%26reels";

    @TempDir
    private Path folder;

    private final int tlsPort = OwnRedis.freePort();
    private TlsFiles tls;
    private OwnRedis redis;
    private Site site;

    @BeforeEach
    void start() throws IOException {
        tls = TlsFiles.forLoopback(folder);
        redis = new OwnRedis(
                folder.resolve("redis"),
                "tls-port " + tlsPort,
                "tls-cert-file " + tls.certificate(),
                "tls-key-file " + tls.key(),
                "tls-auth-clients no",
                "user default off",
                userOfReadme());
        site = new Site(folder).recipients(200);
    }

    private static String userOfReadme() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("user postrider on >PASSWORD "))
                .findFirst()
                .orElseThrow()
                .replace("PASSWORD", PASSWORD);
    }

    @AfterEach
    void stop() {
        site.close();
        redis.close();
    }

    private Program run(String url) {
        return site.with(Map.of("spring.data.redis.url", url)).run();
    }

    private String tlsUrl() {
        return "rediss://postrider:" + ENCODED + "@127.0.0.1:" + tlsPort;
    }

    @Test
    void runsThroughTlsAsAUserWhoMayDoNoMoreThanItNeeds() {
        site.with(Map.of(
                "spring.ssl.bundle.pem.redis.truststore.certificate",
                tls.certificate().toUri().toString(),
                "spring.data.redis.ssl.bundle",
                "redis"));

        Program program = run(tlsUrl()).expectExit(0);

        assertThat(program.json().get("sent").asInt()).isEqualTo(200);
        assertThat(program.errors())
                .doesNotContain("Redis ")
                .doesNotContain(PASSWORD)
                .doesNotContain(ENCODED);
        assertThat(site.accepted().values()).hasSize(200).containsOnly(1L);
    }

    @Test
    void sendsNothingWhereItDoesNotTrustOrIsNotTrustedAndSaysSoWithoutThePassword() {
        Program untrusting = run(tlsUrl());
        Program untrusted = run("redis://postrider:wrong-secret@127.0.0.1:" + redis.port());

        assertThat(untrusting.expectExit(1).errors())
                .startsWith("postrider: Redis cannot be used: Unable to connect to 127.0.0.1:" + tlsPort + ": ")
                .contains("unable to find valid certification path")
                .doesNotContain(PASSWORD)
                .doesNotContain(ENCODED)
                .hasLineCount(1);
        assertThat(untrusted.expectExit(1).errors())
                .isEqualTo("postrider: Redis cannot be used: Unable to connect to 127.0.0.1:" + redis.port()
                        + ": WRONGPASS invalid username-password pair or user is disabled.\n");
        assertThat(site.messages()).isEmpty();
    }
}
