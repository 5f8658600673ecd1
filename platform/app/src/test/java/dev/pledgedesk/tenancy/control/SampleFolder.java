package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small tenant's folder without a fault, to put one in. */
final class SampleFolder {

    private final Map<String, String> files = new LinkedHashMap<>();

    SampleFolder() {
        files.put("tenant.yaml", """
                # A vendor of kettles.
                key: kettles
                name: {zh-CN: 水壶, en: Kettles}
                numberPrefix: KET
                locales: [en, zh-CN]
                zone: Asia/Shanghai
                hosts: [kettles.localhost]
                branding:
                  color: '#112233'
                  monogram: K
                contact:
                  email: help@kettles.example
                """);
        files.put("organisation.yaml", """
                departments:
                  - key: service
                    name: {en: Service}
                teams:
                  - key: front
                    name: {en: Front}
                    department: service
                roles:
                  - key: agent
                    name: {en: Agent}
                    permissions: [ticket.read, ticket.reply]
                """);
        files.put("tickets.yaml", """
                workflows:
                  - key: standard
                    statuses:
                      - {key: new, name: {en: New}, category: new, next: [open]}
                      - {key: open, name: {en: Open}, category: open, next: [solved]}
                      - {key: solved, name: {en: Solved}, category: solved, next: [open, closed]}
                      - {key: closed, name: {en: Closed}, category: closed, next: []}
                categories:
                  - {key: water, name: {en: Water}}
                  - {key: leaks, name: {en: Leaks}, parent: water}
                ticketTypes:
                  - key: question
                    name: {en: Question}
                    workflow: standard
                    team: front
                    fields:
                      - key: model
                        name: {en: Model}
                        kind: choice
                        choices:
                          - {key: small, name: {en: Small}}
                      - key: serial
                        name: {en: Serial number}
                        kind: text
                        pattern: '^[0-9]+$'
                macros:
                  - {key: thanks, name: {en: Thanks}, status: solved}
                """);
    }

    /** The same folder with a piece of text replaced, which must be there once. */
    SampleFolder with(String file, String what, String by) {
        String text = files.get(file);
        if (text.indexOf(what) < 0 || text.indexOf(what) != text.lastIndexOf(what)) {
            throw new IllegalArgumentException(what + " must stand in " + file + " once");
        }
        files.put(file, text.replace(what, by));
        return this;
    }

    SampleFolder without(String file) {
        files.remove(file);
        return this;
    }

    SampleFolder plus(String file, String content) {
        files.put(file, content);
        return this;
    }

    ConfigReader.Result read() {
        return read(files.entrySet().stream().map(f -> new ConfigFile(f.getKey(), f.getValue())).toList());
    }

    static ConfigReader.Result read(List<ConfigFile> folder) {
        ConfigReader reader = new ConfigReader();
        reader.checks = new Checks();
        return reader.read(folder, Messages.in("en"));
    }

    /** The problems as {@code file:line text}. */
    List<String> problems() {
        return read().problems().stream().map(p -> p.file() + ":" + p.line() + " " + p.message()).toList();
    }
}
