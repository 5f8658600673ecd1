package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.client.model.TokenRequest;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import dev.pledgedesk.launcher.OneLine;
import dev.pledgedesk.launcher.ReadyFile;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Who imports: an API client or a member of staff. A secret is read from a file, the environment or the keyboard, never from the command line. */
final class Account {

    @Option(names = "--client", paramLabel = "ID", description = "Sign in as this API client. Also PLEDGEDESK_CLIENT.", defaultValue = "${env:PLEDGEDESK_CLIENT}")
    private String client;
    @Option(names = "--login", paramLabel = "NAME", description = "Sign in as this member of staff. Also PLEDGEDESK_LOGIN.", defaultValue = "${env:PLEDGEDESK_LOGIN}")
    private String login;
    @Option(names = "--secret-file", paramLabel = "FILE",
        description = {"Holds the client's secret or the member's password in its first line.",
            "Without it PLEDGEDESK_SECRET is taken; without that a terminal is asked. The demo's own accounts need neither."})
    private Path secretFile;

    /** For picocli. */
    Account() {
    }

    /**
     * What to sign in with.
     *
     * @param environment values of environment variables, null for none
     * @param ready       the server that runs on this machine, empty if none is known
     * @param host        the tenant's host
     * @throws LauncherFailure if something is missing
     */
    TokenRequest signIn(UnaryOperator<String> environment, Optional<ReadyFile> ready, String host) {
        if (blank(client) == blank(login)) {
            throw new LauncherFailure(ExitCode.USAGE, "Say who imports: --client ID for an API client, or --login NAME for a member of staff.");
        }
        if (!blank(login)) {
            return new TokenRequest().grantType(TokenRequest.GrantTypeEnum.PASSWORD).name(login)
                .password(secret(environment).or(() -> demoPassword(ready, host)).orElseGet(() -> typed("Password of " + login)));
        }
        try {
            return new TokenRequest().grantType(TokenRequest.GrantTypeEnum.CLIENT).clientId(UUID.fromString(client))
                .clientSecret(secret(environment).orElseGet(() -> typed("Secret of the API client")));
        } catch (IllegalArgumentException e) {
            throw new LauncherFailure(ExitCode.USAGE, "--client \"" + client + "\" is not the id of an API client.", e);
        }
    }

    private Optional<String> secret(UnaryOperator<String> environment) {
        if (secretFile == null) {
            return Optional.ofNullable(environment.apply("PLEDGEDESK_SECRET")).filter(text -> !text.isBlank());
        }
        try {
            String line = Files.readString(secretFile, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
            if (line.isEmpty()) {
                throw new LauncherFailure(ExitCode.USAGE, secretFile + " holds no secret in its first line.");
            }
            return Optional.of(line);
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.USAGE, secretFile + " cannot be read (" + OneLine.reason(e) + ").", e);
        }
    }

    /** The demo's server tells the passwords of its own accounts to whoever owns its home. */
    private Optional<String> demoPassword(Optional<ReadyFile> ready, String host) {
        return ready.stream().flatMap(r -> r.tenants().stream()).filter(t -> URI.create(t.portal()).getAuthority().equals(host))
            .flatMap(t -> t.accounts().stream()).filter(a -> a.name().equals(login) && a.password() != null).map(ReadyFile.Account::password).findFirst();
    }

    private static String typed(String what) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s: ", what);
        if (typed == null || typed.length == 0) {
            throw new LauncherFailure(ExitCode.USAGE, what + " is missing. Give --secret-file FILE or set PLEDGEDESK_SECRET.");
        }
        return new String(typed);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
