package dev.pledgedesk.tenancy.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.tenancy.JsonColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A configuration that was applied. Never changed or deleted: records name the version they were made under. */
@Entity
@Table(name = "config_version")
@IdClass(ConfigVersion.Key.class)
public class ConfigVersion {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;
    @Id
    private Integer number;
    private String digest;
    @Convert(converter = JsonColumn.class)
    private JsonNode document;
    @Convert(converter = JsonColumn.class)
    private JsonNode sources;
    @Column(name = "applied_at")
    private Instant appliedAt;
    @Column(name = "applied_by")
    private String appliedBy;

    /** For JPA. */
    protected ConfigVersion() {
    }

    public ConfigVersion(UUID tenantId, int number, String digest, JsonNode document, JsonNode sources, Instant appliedAt, String appliedBy) {
        this.tenantId = tenantId;
        this.number = number;
        this.digest = digest;
        this.document = document;
        this.sources = sources;
        this.appliedAt = appliedAt;
        this.appliedBy = appliedBy;
    }

    public int number() {
        return number;
    }

    /** SHA-256 of the document, hex. */
    public String digest() {
        return digest;
    }

    /** Its files by name, as they were sent. */
    public JsonNode sources() {
        return sources;
    }

    public JsonNode document() {
        return document;
    }

    public Instant appliedAt() {
        return appliedAt;
    }

    public String appliedBy() {
        return appliedBy;
    }

    /** Primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID tenantId;
        private Integer number;

        /** For JPA. */
        public Key() {
        }

        public Key(UUID tenantId, Integer number) {
            this.tenantId = tenantId;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(tenantId, key.tenantId) && Objects.equals(number, key.number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, number);
        }
    }
}
