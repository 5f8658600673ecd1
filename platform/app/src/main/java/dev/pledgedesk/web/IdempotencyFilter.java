package dev.pledgedesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.idempotency.IdempotentRequests;
import dev.pledgedesk.idempotency.IdempotentRequests.Answer;
import dev.pledgedesk.idempotency.IdempotentRequests.Request;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.BeginsLater;
import dev.pledgedesk.kernel.OwnTransactions;
import dev.pledgedesk.tenancy.RequestTransaction;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
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
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Does a POST with an Idempotency-Key once: the same key and body get the answer of the first time. The request is one transaction, and the answer is
 * kept in it; whoever finds at its end that the key has an answer already takes everything back and gives that answer. So nothing is looked up before a
 * request that comes for the first time, and a server that dies at any moment leaves either the change and its answer or nothing.
 */
@Provider
@Priority(FilterOrder.IDEMPOTENCY)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String KEYED = "pledgedesk.keyed-request";
    private static final int MIN_KEY = 8;
    private static final int MAX_KEY = 100;
    /** What takes or gives a proof: neither is kept, not even as a hash, and doing it twice does no harm. Nor is the closing of a tenant, which leaves no key to seal an answer with. */
    private static final Set<String> NEVER_KEPT = Set.of("createToken", "startSecondFactor", "confirmSecondFactor", "renewRecoveryCodes", "removeSecondFactor", "openCustomer",
            "openTicket", "closeTenant", "makeCalendarFeed");

    /** A request with a key; the body is closed at its end. */
    private record Keyed(Request request, RequestBody body, boolean ownTransactions) {
    }

    @Context
    ResourceInfo resource;

    @Inject
    IdempotentRequests requests;

    /** Not the UserTransaction, which the server now and then believes to be used inside a transactional method, and refuses. */
    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager transaction;

    @Inject
    RequestTransaction requestTransaction;

    @Inject
    ApiErrors errors;

    @Inject
    Caller caller;

    @Inject
    TenantContext context;

    @Inject
    TenantDesk tenants;

    @Inject
    TenantScope scope;

    /** Most bytes of a body that is a file. */
    @Inject
    @ConfigProperty(name = "pledgedesk.attachment.max-bytes", defaultValue = "26214400")
    long mostBytes;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        // A key of a wrong form is left to the operation's own checks.
        boolean neverKept = NEVER_KEPT.contains(resource.getResourceMethod().getName());
        if (key == null || neverKept || key.length() < MIN_KEY || key.length() > MAX_KEY || !"POST".equals(request.getMethod())) {
            return;
        }
        RequestBody body = RequestBody.read(request, mostBytes);
        request.setEntityStream(body.open());
        boolean own = !context.hasTenant() || resource.getResourceMethod().isAnnotationPresent(OwnTransactions.class);
        Keyed keyed = new Keyed(new Request(caller.actor(), key, body.hash(request.getUriInfo().getRequestUri())), body, own);
        request.setProperty(KEYED, keyed);
        if (own) {
            inTenant(request, () -> requests.earlier(keyed.request())).ifPresent(answer -> request.abortWith(response(answer)));
        } else if (resource.getResourceMethod().isAnnotationPresent(BeginsLater.class)) {
            requestTransaction.leave(this::begin);
        } else {
            begin();
        }
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException broken) {
            throw new IllegalStateException("no transaction can be begun", broken);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(KEYED) instanceof Keyed keyed)) {
            return;
        }
        request.removeProperty(KEYED);
        try (RequestBody body = keyed.body()) {
            if (!keyed.ownTransactions()) {
                finish(keyed.request(), response);
            } else if (response.getStatus() < 300 && !response.getHeaders().containsKey("Idempotency-Replayed")) {
                Answer answer = answer(response);
                inTenant(request, () -> Optional.of(requests.keep(keyed.request(), answer)));
            }
        } catch (RuntimeException failed) {
            give(response, errors.toResponse(failed));
        }
    }

    private void finish(Request request, ContainerResponseContext response) throws JsonProcessingException {
        boolean done = false;
        try {
            if (response.getStatus() < 300) {
                // An operation that had nothing to change may not have begun.
                requestTransaction.begin();
                if (requests.keep(request, answer(response))) {
                    transaction.commit();
                    done = true;
                }
            }
        } catch (jakarta.transaction.RollbackException | jakarta.transaction.HeuristicMixedException | jakarta.transaction.HeuristicRollbackException
                | SystemException notCommitted) {
            throw new IllegalStateException(notCommitted);
        } finally {
            rollBackUnlessEnded();
        }
        if (!done && response.getStatus() < 500) {
            requests.earlier(request).ifPresent(answer -> give(response, response(answer)));
        }
    }

    private void rollBackUnlessEnded() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException broken) {
            throw new IllegalStateException("a transaction cannot be rolled back", broken);
        }
    }

    /** The operator's requests are remembered by the tenant they name; one that is not there yet has nothing to remember. */
    private <T> Optional<T> inTenant(ContainerRequestContext request, Supplier<Optional<T>> work) {
        if (context.hasTenant()) {
            return work.get();
        }
        String key = request.getUriInfo().getPathParameters().getFirst("tenantKey");
        Optional<TenantInfo> tenant = tenants.all().stream().filter(t -> t.key().equals(key)).findFirst();
        return tenant.flatMap(t -> scope.call(t.id(), work));
    }

    private static Answer answer(ContainerResponseContext response) throws JsonProcessingException {
        return new Answer(response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION), response.getHeaderString(HttpHeaders.ETAG),
                response.hasEntity() ? kept(response.getEntity()) : null);
    }

    /** The answer without what is shown only once. */
    private static String kept(Object answer) throws JsonProcessingException {
        String json = JsonBodies.JSON.writeValueAsString(answer);
        if (json.contains("\"secret\"") && JsonBodies.JSON.readTree(json) instanceof ObjectNode object) {
            object.remove("secret");
            return object.toString();
        }
        return json;
    }

    private static Response response(Answer answer) {
        var repeated = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        if (answer.body() != null) {
            repeated.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return repeated.header(HttpHeaders.LOCATION, answer.location()).header(HttpHeaders.ETAG, answer.etag()).build();
    }

    /** Replaces an answer by another one. */
    private static void give(ContainerResponseContext response, Response other) {
        response.setStatus(other.getStatus());
        response.getHeaders().remove(HttpHeaders.LOCATION);
        response.getHeaders().remove(HttpHeaders.ETAG);
        other.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.setEntity(other.getEntity(), new Annotation[0], other.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : other.getMediaType());
    }
}
