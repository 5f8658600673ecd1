package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.Setting;
import java.net.URI;

/**
 * Where a service is.
 *
 * @param address what the operations of the contract are below
 * @param secret  what calls are signed with, {@code whsec_} and Base64 as Standard Webhooks has it
 */
record Endpoint(@Setting(en = "Address of the service", zhCn = "服务地址") URI address, @Setting(en = "Secret that calls are signed with", zhCn = "签名密钥") Secret secret) {

    /** Refuses an address that nothing can stand behind. */
    Endpoint {
        requirePlain(address);
    }

    static void requirePlain(URI address) {
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("the address has a query or a fragment / 地址不能带参数或片段");
        }
    }
}
