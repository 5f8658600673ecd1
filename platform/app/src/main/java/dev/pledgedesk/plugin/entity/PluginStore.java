package dev.pledgedesk.plugin.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a plugin keeps for a tenant, as a whole: how much there is of it. Its id is that of the key that covers the plugin's values and handles. */
@Entity
@Table(name = "plugin_store")
public class PluginStore extends TenantOwned {

    @Column(name = "plugin")
    private String plugin;
    @Column(name = "entries")
    private int entries;
    @Column(name = "characters")
    private long characters;

    /** For JPA. */
    protected PluginStore() {
    }

    public PluginStore(UUID id, String plugin) {
        super(id);
        this.plugin = plugin;
    }

    public String plugin() {
        return plugin;
    }

    public int entries() {
        return entries;
    }

    public long characters() {
        return characters;
    }

    /** Something was added, changed or removed. */
    public void grow(int more, long moreCharacters) {
        entries += more;
        characters += moreCharacters;
    }
}
