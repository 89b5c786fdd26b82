package dev.postrider.simulator.resource;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Json;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CreateEmailIdentity and GetEmailIdentity. */
public final class IdentityOperations {

    private final Identities identities;

    public IdentityOperations(Identities identities) {
        this.identities = identities;
    }

    public Answer create(Request request) {
        String identity = Json.read(request, CreateRequest.class).emailIdentity();
        if (identity == null || identity.isEmpty()) {
            throw Refusal.badRequest("EmailIdentity is missing.");
        }
        if (!identities.create(identity)) {
            throw new Refusal(400, "AlreadyExistsException", "Email identity " + identity + " already exist.");
        }
        boolean verified = identities.isVerified(identity);
        return Json.answer(new CreateResponse(type(identity), verified, Dkim.of(verified)));
    }

    public Answer get(Request request) {
        String identity = request.name();
        if (!identities.exists(identity)) {
            throw Refusal.notFound("Email identity " + identity + " does not exist.");
        }
        boolean verified = identities.isVerified(identity);
        return Json.answer(
                new GetResponse(type(identity), true, verified, verified ? "SUCCESS" : "PENDING", Dkim.of(verified)));
    }

    private static String type(String identity) {
        return identity.contains("@") ? "EMAIL_ADDRESS" : "DOMAIN";
    }

    private record CreateRequest(@Nullable String emailIdentity) {}

    private record CreateResponse(String identityType, boolean verifiedForSendingStatus, Dkim dkimAttributes) {}

    private record GetResponse(
            String identityType,
            boolean feedbackForwardingStatus,
            boolean verifiedForSendingStatus,
            String verificationStatus,
            Dkim dkimAttributes) {}

    private record Dkim(boolean signingEnabled, String status, List<String> tokens, String signingAttributesOrigin) {

        static Dkim of(boolean verified) {
            List<String> tokens = List.of("simulatedtokenone", "simulatedtokentwo", "simulatedtokenthree");
            return new Dkim(true, verified ? "SUCCESS" : "PENDING", tokens, "AWS_SES");
        }
    }
}
