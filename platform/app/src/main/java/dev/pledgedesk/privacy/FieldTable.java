package dev.pledgedesk.privacy;

import dev.pledgedesk.kernel.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table of a tenant with the class of each of its columns.
 *
 * @param name   table name
 * @param whose  whom its rows are about
 * @param fields its columns, all of them
 */
public record FieldTable(String name, Whose whose, List<Field> fields) {

    /**
     * One column.
     *
     * @param column    column name
     * @param dataClass how near it is to a person
     * @param purposes  what it is used for; empty for {@link DataClass#NONE}
     * @param retention how long it is kept; null for {@link DataClass#NONE}
     * @param seenBy    who may read it, by any of these permissions; empty if no user ever does
     * @param self      whether the person himself may
     * @param mask      how it is shown to a reader who has not opened it for a purpose; null where reading needs none
     */
    public record Field(String column, DataClass dataClass, Set<Purpose> purposes, Retention retention, Set<Permission> seenBy, boolean self, Mask mask) {
    }

    public FieldTable {
        fields = List.copyOf(fields);
    }

    /** Begins the declaration of a table. */
    public static Declaration of(String name, Whose whose) {
        return new Declaration(name, whose);
    }

    /** A table being declared: purposes, retention and readers hold for the columns that follow them. */
    public static final class Declaration {

        private final String name;
        private final Whose whose;
        private final List<Field> fields = new ArrayList<>();
        private Set<Purpose> purposes = Set.of();
        private Retention retention;
        private Set<Permission> seenBy = Set.of();
        private boolean self;

        private Declaration(String name, Whose whose) {
            this.name = name;
            this.whose = whose;
        }

        /** What the following columns are used for. */
        public Declaration usedFor(Purpose... all) {
            purposes = Set.of(all);
            return this;
        }

        /** How long the following columns are kept. */
        public Declaration kept(Retention how) {
            retention = how;
            return this;
        }

        /** The following columns are read by the person and by who has any of the permissions. */
        public Declaration seenByPersonAnd(Permission... any) {
            seenBy = Set.of(any);
            self = true;
            return this;
        }

        /** The following columns are read by who has any of the permissions; by nobody without one. */
        public Declaration seenBy(Permission... any) {
            seenBy = Set.of(any);
            self = false;
            return this;
        }

        /** Columns that say nothing about anybody. */
        public Declaration none(String... columns) {
            for (String column : columns) {
                fields.add(new Field(column, DataClass.NONE, Set.of(), null, Set.of(), false, null));
            }
            return this;
        }

        /** Columns about a person who is known by others only. */
        public Declaration ordinary(String... columns) {
            return add(DataClass.ORDINARY, null, columns);
        }

        /** Columns that name a person, reach him or are what he said. */
        public Declaration personal(String... columns) {
            return add(DataClass.PERSONAL, null, columns);
        }

        /** The same, shown in this mask until they are opened for a purpose. */
        public Declaration personal(Mask mask, String... columns) {
            return add(DataClass.PERSONAL, mask, columns);
        }

        /** Columns that do harm in the wrong hands. */
        public Declaration sensitive(String... columns) {
            return add(DataClass.SENSITIVE, null, columns);
        }

        private Declaration add(DataClass dataClass, Mask mask, String... columns) {
            if (purposes.isEmpty() || retention == null) {
                throw new IllegalStateException(name + ": what is about a person needs a purpose and a retention");
            }
            for (String column : columns) {
                fields.add(new Field(column, dataClass, purposes, retention, seenBy, self, mask));
            }
            return this;
        }

        /** The declared table; refuses a column that was declared twice. */
        public FieldTable end() {
            if (fields.stream().map(Field::column).distinct().count() < fields.size()) {
                throw new IllegalStateException(name + " declares a column twice");
            }
            return new FieldTable(name, whose, fields);
        }
    }
}
