package dev.pledgedesk.web;

import dev.pledgedesk.appraisal.boundary.SupervisionResource;
import dev.pledgedesk.audit.boundary.JournalResource;
import dev.pledgedesk.breach.boundary.BreachesResource;
import dev.pledgedesk.complaint.boundary.ComplaintsResource;
import dev.pledgedesk.promise.boundary.PromisesResource;
import dev.pledgedesk.eventing.boundary.EventsResource;
import dev.pledgedesk.plugin.boundary.ExtensionsResource;
import dev.pledgedesk.inbound.boundary.InboundResource;
import dev.pledgedesk.webhook.boundary.WebhooksResource;
import dev.pledgedesk.plugin.boundary.PluginsResource;
import dev.pledgedesk.quality.boundary.CorrectiveActionsResource;
import dev.pledgedesk.quality.boundary.EvaluationsResource;
import dev.pledgedesk.identity.boundary.AccessResource;
import dev.pledgedesk.identity.boundary.AgreementsResource;
import dev.pledgedesk.identity.boundary.ConsentsResource;
import dev.pledgedesk.identity.boundary.DataRequestsResource;
import dev.pledgedesk.identity.boundary.ErasuresResource;
import dev.pledgedesk.identity.boundary.ExternalIdentitiesResource;
import dev.pledgedesk.identity.boundary.OwnDataResource;
import dev.pledgedesk.identity.boundary.IdentityResource;
import dev.pledgedesk.identity.boundary.ReadingsResource;
import dev.pledgedesk.notification.boundary.OutgoingMailsResource;
import dev.pledgedesk.privacy.boundary.PrivacyResource;
import dev.pledgedesk.report.boundary.AnalysesResource;
import dev.pledgedesk.report.boundary.PluginReportsResource;
import dev.pledgedesk.report.boundary.SatisfactionReportsResource;
import dev.pledgedesk.roster.boundary.RosterResource;
import dev.pledgedesk.tenancy.boundary.ConfigurationResource;
import dev.pledgedesk.tenancy.boundary.TenantsResource;
import dev.pledgedesk.ticket.boundary.TicketExtrasResource;
import dev.pledgedesk.ticket.boundary.AttachmentsResource;
import dev.pledgedesk.ticket.boundary.TicketsResource;
import dev.pledgedesk.ticket.boundary.ViewsResource;
import dev.pledgedesk.training.boundary.AssessmentsResource;
import dev.pledgedesk.training.boundary.CoursesResource;
import dev.pledgedesk.training.boundary.ExamsResource;
import dev.pledgedesk.training.boundary.QualificationsResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/** The REST API: tokens are verified by MicroProfile JWT before any of it runs. */
@ApplicationScoped
@ApplicationPath("/api/v1")
@LoginConfig(authMethod = "MP-JWT")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RequestFilter.class, AvailabilityFilter.class, OperationFilter.class, TenantFilter.class, BearerFilter.class, LimitFilter.class, PermissionFilter.class,
                IdempotencyFilter.class, ApiResponses.class, ApiErrors.class,
                ApiErrors.Violations.class, ApiErrors.Transactions.class, JsonBodies.class, TimeParameters.class,
                TenantsResource.class, ConfigurationResource.class, JournalResource.class, IdentityResource.class, AccessResource.class, AgreementsResource.class,
                ExternalIdentitiesResource.class, OutgoingMailsResource.class, PrivacyResource.class, ErasuresResource.class, OwnDataResource.class, ReadingsResource.class, DataRequestsResource.class, ConsentsResource.class, BreachesResource.class, AnalysesResource.class, PromisesResource.class, ComplaintsResource.class, CorrectiveActionsResource.class, EvaluationsResource.class, PluginsResource.class, ExtensionsResource.class, TicketExtrasResource.class, EventsResource.class, WebhooksResource.class, InboundResource.class, SatisfactionReportsResource.class, PluginReportsResource.class,
                TicketsResource.class, AttachmentsResource.class, ViewsResource.class,
                QualificationsResource.class, AssessmentsResource.class, ExamsResource.class, CoursesResource.class, RosterResource.class, SupervisionResource.class);
    }

    /** The contract describes the API; the server's own description of it, which it would answer OPTIONS with, is not published. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
