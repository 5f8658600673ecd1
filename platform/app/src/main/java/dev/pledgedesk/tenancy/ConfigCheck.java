package dev.pledgedesk.tenancy;

/** A rule about configurations that a higher room knows, such as which permissions exist. Every bean of this type is asked by each plan. */
public interface ConfigCheck {

    /** Reports what is wrong; called outside any tenant and transaction. */
    void check(TenantConfig config, ConfigFindings findings);
}
