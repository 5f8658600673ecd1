package dev.pledgedesk.privacy.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** How many records of a kind were marked, spared and removed on a day. */
@Entity
@Table(name = "disposal_run")
public class DisposalRun extends Versioned {

    private String kind;
    private LocalDate day;
    private int marked;
    private int spared;
    private int removed;

    /** For JPA. */
    protected DisposalRun() {
    }

    public DisposalRun(UUID id, String kind, LocalDate day) {
        super(id);
        this.kind = kind;
        this.day = day;
    }

    /** Adds what another step has done. */
    public void add(int moreMarked, int moreSpared, int moreRemoved) {
        marked += moreMarked;
        spared += moreSpared;
        removed += moreRemoved;
    }

    public String kind() {
        return kind;
    }

    public LocalDate day() {
        return day;
    }

    public int marked() {
        return marked;
    }

    public int spared() {
        return spared;
    }

    public int removed() {
        return removed;
    }
}
