package dev.pledgedesk.web;

import dev.pledgedesk.api.model.Complaint;
import dev.pledgedesk.api.model.ExtensionConfiguration;
import dev.pledgedesk.api.model.StaffMember;
import dev.pledgedesk.api.model.Tenant;
import dev.pledgedesk.api.model.Ticket;
import dev.pledgedesk.api.model.Webhook;
import dev.pledgedesk.audit.RequestTrace;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Gives every answer the status its operation declares, the version of a record as its ETag, and the address of a new one. */
@Provider
@Priority(FilterOrder.RESPONSE)
public class ApiResponses implements ContainerResponseFilter {

    @Context
    ResourceInfo resource;

    @Inject
    Contract contract;

    @Inject
    RequestTrace trace;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Request-Id", String.valueOf(trace.requestId()));
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle("Cache-Control", "no-store");
        if (response.getStatus() >= 300 || resource.getResourceMethod() == null) {
            return;
        }
        int status = contract.successOf(resource.getResourceMethod().getName());
        if (response.getStatus() == 200 || response.getStatus() == 204) {
            response.setStatus(status);
        }
        Object body = response.getEntity();
        if (body instanceof Ticket ticket) {
            record(request, response, "/tickets/" + ticket.getId(), ticket.getVersion());
        } else if (body instanceof Complaint complaint) {
            record(request, response, "/complaints/" + complaint.getId(), complaint.getVersion());
        } else if (body instanceof StaffMember member) {
            record(request, response, "/staff/" + member.getId(), member.getVersion());
        } else if (body instanceof Tenant tenant) {
            record(request, response, "/tenants/" + tenant.getKey(), tenant.getVersion());
        } else if (body instanceof Webhook webhook) {
            record(request, response, "/webhooks/" + webhook.getId(), webhook.getVersion());
        } else if (body instanceof ExtensionConfiguration used) {
            record(request, response, "/extension-configuration", used.getVersion());
        }
    }

    private static void record(ContainerRequestContext request, ContainerResponseContext response, String path, long version) {
        response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + version + "\"");
        if (response.getStatus() == 201) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, request.getUriInfo().getBaseUri().getPath().replaceAll("/$", "") + path);
        }
    }
}
