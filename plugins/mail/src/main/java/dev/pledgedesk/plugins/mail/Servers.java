package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.Mail.Account;
import dev.pledgedesk.sdk.Secret;
import java.net.URI;

/** Accounts as tenants write them. */
final class Servers {

    private static final Secret NONE = new Secret("");

    private Servers() {
    }

    /**
     * An account; refuses a server that does not speak the protocol, and a user without a password.
     *
     * @param user     null for none
     * @param password null for none
     */
    static Account account(URI server, String protocol, String user, Secret password) {
        if (!server.getScheme().equals(protocol) && !server.getScheme().equals(protocol + "s")) {
            throw new IllegalArgumentException("the server must begin with " + protocol + "s:// or " + protocol + ":// / 服务器地址必须以 " + protocol + "s:// 或 " + protocol + ":// 开头");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("user and password come together / 用户名和密码必须同时填写");
        }
        return new Account(server, user == null ? "" : user, password == null ? NONE : password);
    }
}
