package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How far somebody is with some material. */
@Entity
@Table(name = "material_progress")
public class MaterialProgress extends TenantOwned {

    @Column(name = "material_id")
    private UUID materialId;
    @Column(name = "staff_id")
    private UUID staffId;
    private int percent;
    private Instant at;

    /** For JPA. */
    protected MaterialProgress() {
    }

    public MaterialProgress(UUID id, UUID materialId, UUID staffId) {
        super(id);
        this.materialId = materialId;
        this.staffId = staffId;
    }

    /** Never goes back. */
    public void reach(int share, Instant now) {
        if (share > percent || at == null) {
            percent = share;
            at = now;
        }
    }

    public UUID materialId() {
        return materialId;
    }

    public UUID staffId() {
        return staffId;
    }

    public int percent() {
        return percent;
    }

    public Instant at() {
        return at;
    }
}
