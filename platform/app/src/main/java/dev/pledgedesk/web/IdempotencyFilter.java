package dev.pledgedesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.idempotency.IdempotentRequests;
import dev.pledgedesk.idempotency.IdempotentRequests.Answer;
import dev.pledgedesk.idempotency.IdempotentRequests.Begun;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does a POST with an Idempotency-Key once: the same key and body get the answer of the first time. The operator's POSTs are idempotent by themselves. */
@Provider
@Priority(FilterOrder.IDEMPOTENCY)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class.getName());
    private static final String HEADER = "Idempotency-Key";
    private static final String BEGUN = "pledgedesk.idempotent-request";
    /** What takes or gives a proof: neither is kept, not even as a hash, and doing it twice does no harm. */
    private static final Set<String> NEVER_KEPT = Set.of("createToken", "startSecondFactor", "confirmSecondFactor", "renewRecoveryCodes", "removeSecondFactor");
    private static final int MAX_BODY = 5_000_000;

    @Context
    ResourceInfo resource;

    @Inject
    IdempotentRequests requests;

    @Inject
    Caller caller;

    @Inject
    TenantContext context;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        boolean json = request.getMediaType() == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
        // A key of a wrong form is left to the operation's own checks.
        boolean neverKept = resource.getResourceMethod() != null && NEVER_KEPT.contains(resource.getResourceMethod().getName());
        if (key == null || neverKept || key.length() < 8 || key.length() > 100 || !"POST".equals(request.getMethod()) || !json || !context.hasTenant()) {
            return;
        }
        byte[] body = request.getEntityStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "problem.body-too-large");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        Begun begun = requests.begin(caller.actor(), key, hash(request.getUriInfo().getRequestUri().getRawPath(), body));
        if (begun.answer() == null) {
            request.setProperty(BEGUN, begun.id());
            return;
        }
        Answer answer = begun.answer();
        var repeated = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        if (answer.body() != null) {
            repeated.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        request.abortWith(repeated.header(HttpHeaders.LOCATION, answer.location()).header(HttpHeaders.ETAG, answer.etag()).build());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(BEGUN) instanceof UUID id)) {
            return;
        }
        try {
            if (response.getStatus() < 300) {
                String body = response.hasEntity() ? kept(response.getEntity()) : null;
                requests.answered(id, new Answer(response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION),
                        response.getHeaderString(HttpHeaders.ETAG), body));
            } else if (response.getStatus() < 500) {
                requests.refused(id);
            }
        } catch (JsonProcessingException | RuntimeException failed) {
            // The change is done and its answer goes out; only a repetition will be told that the outcome is not known.
            LOG.log(Level.WARNING, "the answer of an idempotent request could not be kept", failed);
        }
    }

    /** The answer without what is shown only once. */
    private static String kept(Object answer) throws JsonProcessingException {
        JsonNode tree = JsonBodies.JSON.valueToTree(answer);
        if (tree instanceof ObjectNode object) {
            object.remove("secret");
        }
        return JsonBodies.JSON.writeValueAsString(tree);
    }

    private static byte[] hash(String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
