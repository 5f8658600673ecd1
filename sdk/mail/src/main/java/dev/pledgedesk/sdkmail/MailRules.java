package dev.pledgedesk.sdkmail;

import java.net.InetAddress;

/** Which mail servers may be spoken to; asked with the very address that is connected to. */
public interface MailRules {

    /** Whether a host may be spoken to, encrypted, at this address. */
    boolean encrypted(String host, InetAddress address);

    /** Whether a host may be spoken to in the clear at this address. */
    boolean plain(String host, InetAddress address);
}
