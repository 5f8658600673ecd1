package dev.pledgedesk.training.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.Versioned;
import dev.pledgedesk.training.MaterialKind;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Something to learn a course from. */
@Entity
@Table(name = "training_material")
public class TrainingMaterial extends Versioned {

    private String course;
    private int place;
    private String kind;
    @Convert(converter = JsonColumn.class)
    private JsonNode title;
    @Convert(converter = JsonColumn.class)
    private JsonNode body;
    private String address;
    @Column(name = "file_name")
    private String fileName;
    @Column(name = "file_type")
    private String fileType;
    private byte[] content;

    /** For JPA. */
    protected TrainingMaterial() {
    }

    public TrainingMaterial(UUID id, String course, String kind) {
        super(id);
        this.course = course;
        this.kind = kind;
    }

    /** What it is called, and where it stands. */
    public void call(JsonNode name, int where) {
        title = name;
        place = where;
    }

    public void write(JsonNode text) {
        body = text;
    }

    public void point(String to) {
        address = to;
    }

    public void keep(String name, String type, byte[] bytes) {
        fileName = name;
        fileType = type;
        content = bytes;
    }

    public MaterialKind kind() {
        return MaterialKind.of(kind);
    }

    public String course() {
        return course;
    }

    /** In the order of the course. */
    public int place() {
        return place;
    }

    public JsonNode title() {
        return title;
    }

    /** Of a text; null for others. */
    public JsonNode body() {
        return body;
    }

    /** Of a link; null for others. */
    public String address() {
        return address;
    }

    /** Of a file; null for others. */
    public String fileName() {
        return fileName;
    }

    public String fileType() {
        return fileType;
    }

    public byte[] content() {
        return content;
    }
}
