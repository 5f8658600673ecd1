package dev.pledgedesk.plugin.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A call of a plugin that brought no answer; never changed. Says what kind of thing went wrong and where in the plugin's code, not what was in its hands. */
@Entity
@Table(name = "plugin_failure")
public class PluginFailure extends TenantOwned {

    private String extension;
    @Column(name = "plugin_version")
    private String pluginVersion;
    private String kind;
    private String place;
    @Column(name = "subject_id")
    private UUID subjectId;
    @Column(name = "happened_at")
    private Instant happenedAt;

    /** For JPA. */
    protected PluginFailure() {
    }

    public PluginFailure(UUID id, String extension, String pluginVersion, String kind, String place, UUID subjectId, Instant now) {
        super(id);
        this.extension = extension;
        this.pluginVersion = pluginVersion;
        this.kind = kind;
        this.place = place;
        this.subjectId = subjectId;
        this.happenedAt = now;
    }

    /** {@code plugin/use}. */
    public String extension() {
        return extension;
    }

    public String pluginVersion() {
        return pluginVersion;
    }

    public String kind() {
        return kind;
    }

    /** Class of the exception and places in the plugin's code; null if it did not throw. */
    public String place() {
        return place;
    }

    /** What the plugin was asked about; null if about nothing that has an id. */
    public UUID subjectId() {
        return subjectId;
    }

    public Instant happenedAt() {
        return happenedAt;
    }
}
