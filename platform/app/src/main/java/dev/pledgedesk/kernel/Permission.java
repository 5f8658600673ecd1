package dev.pledgedesk.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller can be allowed to do. Roles of a tenant's configuration list these keys. */
public enum Permission {

    /** See tickets: staff all, customers their own. */
    TICKET_READ,
    /** File a ticket in a customer's name. */
    TICKET_CREATE,
    /** Answer; for staff also write internal notes. */
    TICKET_REPLY,
    /** Change tickets: staff all properties, customers only close and reopen. */
    TICKET_WRITE,
    /** See who changed what; use saved views and macros. */
    TICKET_HISTORY,
    /** Open a complaint form. */
    COMPLAINT_FILE,
    /** See complaints. */
    COMPLAINT_READ,
    /** Take complaints through their stages, as far as they are one's own or one's role's. */
    COMPLAINT_HANDLE,
    /** Give one's department's opinion on a complaint. */
    COMPLAINT_ANSWER,
    /** Let a complaint be closed without its customer's satisfaction. */
    COMPLAINT_APPROVE,
    /** See corrective actions and the causes of complaints. */
    QUALITY_READ,
    /** Open corrective actions and say what effect they had. */
    QUALITY_MANAGE,
    /** See what others have learnt and passed. */
    TRAINING_READ,
    /** Plan and hold courses, keep the question bank, mark papers, assess people. */
    TRAINING_MANAGE,
    /** Let somebody work for a while without the pass that his work asks for. */
    DUTY_EXCEPT,
    /** See who is late, absent and how well shifts were covered. */
    ROSTER_READ,
    /** Put people on duty, decide leave and swaps, have a roster proposed. */
    ROSTER_MANAGE,
    /** Draw tickets and inspect them. */
    INSPECTION_DO,
    /** See how others were appraised, rewarded and penalised; propose rewards and penalties. */
    APPRAISAL_READ,
    /** Begin, talk about, decide and close appraisals. */
    APPRAISAL_MANAGE,
    /** See reports. */
    REPORT_READ,
    STAFF_READ,
    STAFF_MANAGE,
    /** Open a customer's contacts. */
    CUSTOMER_READ,
    /** Manage API clients. */
    CLIENT_MANAGE,
    CONFIGURATION_READ,
    /** See how plugins do, let one be called again that was left alone, empty what it keeps. */
    PLUGIN_MANAGE,
    /** Have other systems told what happens. */
    WEBHOOK_MANAGE,
    /** Read what happens, one event after another. */
    EVENT_READ,
    JOURNAL_READ,
    MAIL_READ,
    /** See which data of whom are kept, what for and how long. */
    PRIVACY_READ,
    /** Forget customers, and keep them from being forgotten by a legal hold. */
    PRIVACY_MANAGE,
    /** Take extracts for analyses, on pseudonyms. */
    ANALYSIS_EXPORT,
    /** The platform operator's alone; no tenant role can hold it. */
    TENANT_OPERATE;

    /** What a customer may do, always within his own tickets. */
    public static final Set<Permission> OF_CUSTOMERS = Set.of(TICKET_READ, TICKET_REPLY, TICKET_WRITE);

    /** As written in configurations and the contract, such as {@code ticket.read}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The permission of a key that a tenant may give to a role. */
    public static Optional<Permission> grantable(String key) {
        return Arrays.stream(values()).filter(p -> p != TENANT_OPERATE && p.key().equals(key)).findFirst();
    }
}
