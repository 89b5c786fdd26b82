package dev.postrider.simulator;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.resource.ConfigurationSets;
import dev.postrider.simulator.resource.IdentityOperations;
import dev.postrider.simulator.resource.SuppressionOperations;

/** Finds the operation for a request about anything but sending. */
final class Resources {

    private final AccountOperations account;
    private final IdentityOperations identities;
    private final ConfigurationSets configurationSets;
    private final SuppressionOperations suppression;

    Resources(
            AccountOperations account,
            IdentityOperations identities,
            ConfigurationSets configurationSets,
            SuppressionOperations suppression) {
        this.account = account;
        this.identities = identities;
        this.configurationSets = configurationSets;
        this.suppression = suppression;
    }

    Answer answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /v2/email/account" -> account.get();
            case "PUT /v2/email/account/sending" -> account.putSending(request);
            case "POST /v2/email/identities" -> identities.create(request);
            case "POST /v2/email/configuration-sets" -> configurationSets.create(request);
            case "PUT /v2/email/suppression/addresses" -> suppression.put(request);
            case "GET /v2/email/suppression/addresses" -> suppression.list(request);
            default -> answerOnOne(request);
        };
    }

    private Answer answerOnOne(Request request) {
        return switch (request.method() + " " + request.collection()) {
            case "GET /v2/email/identities" -> identities.get(request);
            case "GET /v2/email/configuration-sets" -> configurationSets.get(request);
            case "GET /v2/email/suppression/addresses" -> suppression.get(request);
            case "DELETE /v2/email/suppression/addresses" -> suppression.delete(request);
            default ->
                throw new Refusal(404, "UnknownOperationException", "The simulator does not know this operation.");
        };
    }
}
