package dev.pledgedesk.plugin.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One thing that a plugin keeps. */
@Entity
@Table(name = "plugin_value")
public class StoredValue extends TenantOwned {

    @Column(name = "store_id")
    private UUID storeId;
    @Column(name = "name")
    private String name;
    @Column(name = "content")
    private Sealed content;
    @Column(name = "characters")
    private int characters;
    @Column(name = "version")
    private long version;

    /** For JPA. */
    protected StoredValue() {
    }

    public StoredValue(UUID id, UUID storeId, String name) {
        super(id);
        this.storeId = storeId;
        this.name = name;
    }

    public UUID storeId() {
        return storeId;
    }

    public String name() {
        return name;
    }

    public Sealed content() {
        return content;
    }

    public int characters() {
        return characters;
    }

    /** From 1 on, one more with each change. */
    public long version() {
        return version;
    }

    /** Another value. */
    public void write(Sealed sealed, int length) {
        content = sealed;
        characters = length;
        version++;
    }
}
