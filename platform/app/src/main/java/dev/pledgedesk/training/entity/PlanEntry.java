package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A course in the plan of a year. */
@Entity
@Table(name = "training_plan_entry")
public class PlanEntry extends Versioned {

    private int year;
    private int month;
    private String course;
    private String goal;
    @Column(name = "trainer_id")
    private UUID trainerId;
    private int places;

    /** For JPA. */
    protected PlanEntry() {
    }

    public PlanEntry(UUID id, int year) {
        super(id);
        this.year = year;
    }

    /** Plans it. */
    public void plan(int inMonth, String what, String reached, UUID trainer, int howMany) {
        month = inMonth;
        course = what;
        goal = reached;
        trainerId = trainer;
        places = howMany;
    }

    public int year() {
        return year;
    }

    /** From 1. */
    public int month() {
        return month;
    }

    public String course() {
        return course;
    }

    /** What is to be reached by it. */
    public String goal() {
        return goal;
    }

    /** Null while nobody is named. */
    public UUID trainerId() {
        return trainerId;
    }

    public int places() {
        return places;
    }
}
