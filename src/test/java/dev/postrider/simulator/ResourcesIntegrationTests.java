package dev.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.model.AlreadyExistsException;
import software.amazon.awssdk.services.sesv2.model.GetEmailIdentityResponse;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SuppressedDestination;
import software.amazon.awssdk.services.sesv2.model.SuppressedDestinationSummary;
import software.amazon.awssdk.services.sesv2.model.SuppressionListReason;

class ResourcesIntegrationTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final SimulatedSes ses =
            new SimulatedSes(SimulatorOptions.defaults().with("signatureWindow", Long.MAX_VALUE / 2_000_000), clock);

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void suppressedAddressesAreListedFoundAndRemoved() {
        for (int i = 0; i < 5; i++) {
            suppress(
                    "r" + i + "+x/y@example.com",
                    i == 2 ? SuppressionListReason.COMPLAINT : SuppressionListReason.BOUNCE);
        }
        SuppressedDestination found = ses.client
                .getSuppressedDestination(get -> get.emailAddress("R2+x/y@example.com"))
                .suppressedDestination();
        assertThat(found.emailAddress()).isEqualTo("r2+x/y@example.com");
        assertThat(found.reason()).isEqualTo(SuppressionListReason.COMPLAINT);
        assertThat(found.lastUpdateTime()).isEqualTo(clock.instant());
        ses.client.deleteSuppressedDestination(delete -> delete.emailAddress("r0+x/y@example.com"));
        assertThat(ses
                        .client
                        .listSuppressedDestinationsPaginator(list ->
                                list.reasons(SuppressionListReason.BOUNCE).pageSize(2))
                        .stream()
                        .flatMap(page -> page.suppressedDestinationSummaries().stream())
                        .map(SuppressedDestinationSummary::emailAddress))
                .containsExactly("r1+x/y@example.com", "r3+x/y@example.com", "r4+x/y@example.com");
        assertThat(ses.client
                        .listSuppressedDestinations(
                                list -> list.startDate(clock.instant().plusSeconds(1)))
                        .suppressedDestinationSummaries())
                .isEmpty();
        assertThatThrownBy(() -> ses.client.deleteSuppressedDestination(delete -> delete.emailAddress("x@example.com")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void sendsToSuppressedAddressesAreAcceptedAndSuppressed() {
        suppress("gone@example.com", SuppressionListReason.BOUNCE);
        ses.send("Gone@example.com");
        ses.send("ooto+1@simulator.amazonses.com");
        assertThat(ses.get("/simulator/messages").get("messages"))
                .extracting(message -> message.get("outcome").asString())
                .containsExactly("suppressed", "ooto");
    }

    @Test
    void everyIdentityIsVerifiedUnlessSomeAreNamed() {
        assertThat(identity("any@example.com").verifiedForSendingStatus()).isTrue();
        ses.simulator.change("verifiedIdentities", List.of("example.com"));
        ses.simulator.change("unverifiedIdentities", List.of("new.example.com"));
        assertThat(identity("example.com").verifiedForSendingStatus()).isTrue();
        assertThat(identity("new.example.com").verifiedForSendingStatus()).isFalse();
        assertThatThrownBy(() -> identity("any@example.com")).isInstanceOf(NotFoundException.class);
        assertThat(ses.client
                        .createEmailIdentity(create -> create.emailIdentity("other.example"))
                        .verifiedForSendingStatus())
                .isFalse();
        assertThat(identity("other.example").dkimAttributes().tokens()).hasSize(3);
        assertThatThrownBy(() -> ses.client.createEmailIdentity(create -> create.emailIdentity("other.example")))
                .isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void configurationSetsAreCreatedOnce() {
        ses.simulator.change("configurationSets", List.of("first"));
        ses.client.createConfigurationSet(create -> create.configurationSetName("events"));
        assertThat(ses.client
                        .getConfigurationSet(get -> get.configurationSetName("events"))
                        .configurationSetName())
                .isEqualTo("events");
        assertThatThrownBy(() -> ses.client.createConfigurationSet(create -> create.configurationSetName("events")))
                .isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> ses.client.getConfigurationSet(get -> get.configurationSetName("other")))
                .isInstanceOf(NotFoundException.class);
    }

    private GetEmailIdentityResponse identity(String name) {
        return ses.client.getEmailIdentity(get -> get.emailIdentity(name));
    }

    private void suppress(String address, SuppressionListReason reason) {
        ses.client.putSuppressedDestination(put -> put.emailAddress(address).reason(reason));
    }
}
