package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.IdentityApi;
import dev.pledgedesk.api.model.Customer;
import dev.pledgedesk.api.model.CustomerGroup;
import dev.pledgedesk.api.model.CustomerList;
import dev.pledgedesk.api.model.IntegrationClient;
import dev.pledgedesk.api.model.IntegrationClientList;
import dev.pledgedesk.api.model.Me;
import dev.pledgedesk.api.model.NewIntegrationClient;
import dev.pledgedesk.api.model.NewStaffMember;
import dev.pledgedesk.api.model.SignInCodeRequest;
import dev.pledgedesk.api.model.StaffChange;
import dev.pledgedesk.api.model.StaffMember;
import dev.pledgedesk.api.model.StaffPage;
import dev.pledgedesk.api.model.Token;
import dev.pledgedesk.api.model.TokenRequest;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Owed;
import dev.pledgedesk.identity.SignIn;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.identity.control.ApiClients;
import dev.pledgedesk.identity.entity.ApiClientRecord;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Signing in and the people of a tenant over REST. */
@RequestScoped
public class IdentityResource implements IdentityApi {

    @Inject
    SignIn signIn;

    @Inject
    Staff staff;

    @Inject
    Customers customers;

    @Inject
    ApiClients clients;

    @Inject
    Caller caller;

    @Inject
    TenantContext context;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Paging paging;

    @Override
    @Public
    public Token createToken(TokenRequest request) {
        SignedIn signedIn = switch (request.getGrantType()) {
            case PASSWORD -> signIn.withPassword(needed(request.getName(), "/name"), needed(request.getPassword(), "/password"),
                    request.getOtp(), SignIn.TOKEN_LIFE);
            case CLIENT -> signIn.withSecret(needed(request.getClientId(), "/clientId"), needed(request.getClientSecret(), "/clientSecret"));
            case CODE -> signIn.withCode(needed(request.getEmail(), "/email"), needed(request.getCode(), "/code"), SignIn.TOKEN_LIFE);
            case LINK -> signIn.withLink(needed(request.getLink(), "/link"), SignIn.TOKEN_LIFE);
        };
        return new Token().accessToken(signedIn.token()).tokenType(Token.TokenTypeEnum.BEARER).expiresIn((int) signedIn.life().toSeconds());
    }

    private static <T> T needed(T value, String pointer) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Problem.invalid(new FieldError(pointer, "field.required"));
        }
        return value;
    }

    @Override
    @Self
    public void revokeToken() {
        signIn.out();
    }

    @Override
    @Public
    public void createSignInCode(SignInCodeRequest request) {
        signIn.sendCode(request.getEmail());
    }

    @Override
    @Self
    public Me getMe() {
        Me me = new Me().id(caller.id() == null ? caller.kind().key() : caller.id().toString()).kind(Me.KindEnum.fromValue(caller.kind().key()))
                .roles(List.copyOf(caller.roles())).permissions(caller.permissions().stream().map(Permission::key).sorted().toList())
                .locale(language.locale().toLanguageTag()).secondFactorMissing(caller.owes() == Owed.SECOND_FACTOR ? true : null)
                .agreementMissing(caller.owes() == Owed.AGREEMENT ? true : null);
        return switch (caller.kind()) {
            case STAFF -> me.name(staff.get(caller.id()).name()).tenant(tenants.current().key());
            case CUSTOMER -> me.name(customers.names(List.of(caller.id())).get(caller.id()).text()).tenant(tenants.current().key());
            default -> me.name(caller.kind().key()).tenant(context.hasTenant() ? tenants.current().key() : null);
        };
    }

    @Override
    @Allowed(Permission.STAFF_READ)
    public StaffPage listStaff(Integer pageSize, String pageAfter) {
        Page<StaffView> page = staff.page(PageRequest.of(pageSize, pageAfter));
        return new StaffPage().items(page.items().stream().map(IdentityResource::member).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.STAFF_READ)
    public StaffMember getStaff(UUID staffId) {
        return member(staff.get(staffId));
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public StaffMember createStaff(NewStaffMember body, String idempotencyKey) {
        return member(staff.add(draft(body)));
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public StaffMember createTenantStaff(String tenantKey, NewStaffMember body, String idempotencyKey) {
        return member(staff.addForOperator(tenantKey, draft(body)));
    }

    private static StaffDraft draft(NewStaffMember body) {
        return new StaffDraft(body.getLogin(), body.getName(), body.getEmail(), body.getPassword(), null, body.getLocale(), body.getDepartment(),
                body.getRoles(), body.getTeams());
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public StaffMember changeStaff(UUID staffId, StaffChange body, String ifMatch) {
        Boolean active = body.getState() == null ? null : body.getState() == StaffChange.StateEnum.ACTIVE;
        return member(staff.change(staffId, ETags.required(ifMatch), new StaffDraft(null, body.getName(), body.getEmail(), body.getPassword(), active,
                body.getLocale(), body.getDepartment(), body.getRoles(), body.getTeams())));
    }

    @Override
    @Allowed(Permission.CUSTOMER_READ)
    public CustomerList findCustomers(String contact) {
        return new CustomerList().items(customers.find(contact).stream().map(CustomerAnswers::customer).toList());
    }

    @Override
    @Allowed(Permission.CUSTOMER_READ)
    public Customer getCustomer(UUID customerId) {
        return CustomerAnswers.customer(customers.masked(customerId));
    }

    @Override
    @Allowed(Permission.TICKET_READ)
    public CustomerGroup getCustomerGroup(UUID customerId) {
        customers.requireInside();
        return new CustomerGroup().group(customers.group(customerId));
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public CustomerGroup setCustomerGroup(UUID customerId, CustomerGroup body) {
        customers.putInto(customerId, body.getGroup());
        return new CustomerGroup().group(customers.group(customerId));
    }

    @Override
    @Allowed(Permission.CLIENT_MANAGE)
    public IntegrationClientList listApiClients() {
        return new IntegrationClientList().items(clients.all().stream().map(c -> client(c, null)).toList());
    }

    @Override
    @Allowed(Permission.CLIENT_MANAGE)
    public IntegrationClient createApiClient(NewIntegrationClient body, String idempotencyKey) {
        ApiClients.Fresh fresh = clients.add(body.getName(), body.getRoles());
        return client(fresh.client(), fresh.secret());
    }

    @Override
    @Allowed(Permission.CLIENT_MANAGE)
    public void deleteApiClient(UUID clientId) {
        clients.remove(clientId);
    }

    private static StaffMember member(StaffView m) {
        return new StaffMember().id(m.id()).login(m.login()).name(m.name()).email(m.email())
                .state(m.active() ? StaffMember.StateEnum.ACTIVE : StaffMember.StateEnum.DISABLED).locale(m.locale()).department(m.department())
                .roles(m.roles()).teams(m.teams()).version(m.version());
    }

    private static IntegrationClient client(ApiClientRecord c, String secret) {
        return new IntegrationClient().id(c.id()).name(c.name()).roles(c.roles()).secret(secret).createdAt(c.createdAt());
    }
}
