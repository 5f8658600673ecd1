package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What staff learn, how it is examined, and which work asks for which pass: {@code training.yaml}, which may be absent. */
public record TrainingSection(
        @NotNull @NotEmpty @JsonPropertyDescription("What courses and questions are about.") List<Named> topics,
        List<Course> courses,
        @JsonPropertyDescription("Examinations; each paper is drawn anew.") List<Exam> exams,
        @JsonPropertyDescription("What somebody can have passed.") List<Qualification> qualifications,
        @JsonPropertyDescription("Which work asks for which pass; no work asks for any if absent.") List<Duty> duties,
        @JsonPropertyDescription("What people of a role take part in, and when.") List<Programme> programmes) {

    /** Nothing is taught and nothing asked for. */
    static final TrainingSection UNSAID = new TrainingSection(List.of(), null, null, null, null, null);

    public TrainingSection {
        courses = courses == null ? List.of() : courses;
        exams = exams == null ? List.of() : exams;
        qualifications = qualifications == null ? List.of() : qualifications;
        duties = duties == null ? List.of() : duties;
        programmes = programmes == null ? List.of() : programmes;
    }

    /** A course by key. */
    public Optional<Course> course(String key) {
        return courses.stream().filter(c -> c.key().equals(key)).findFirst();
    }

    /** An examination by key. */
    public Optional<Exam> exam(String key) {
        return exams.stream().filter(e -> e.key().equals(key)).findFirst();
    }

    /** A qualification by key. */
    public Optional<Qualification> qualification(String key) {
        return qualifications.stream().filter(q -> q.key().equals(key)).findFirst();
    }

    /** Something that is taught. */
    public record Course(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull Kind kind,
            @NotNull Method method,
            @JsonPropertyDescription("Whether somebody from outside gives it.") boolean external,
            @JsonPropertyDescription("Keys of topics.") List<String> topics,
            @NotNull @JsonPropertyDescription("What who has taken part can do.") LocalizedText goal,
            @NotNull @JsonPropertyDescription("What is gone through.") LocalizedText content,
            @Min(1) @Max(366) @JsonPropertyDescription("How many days it takes.") int days) {

        public Course {
            topics = topics == null ? List.of() : topics;
        }
    }

    /** When in somebody's time here. */
    public enum Kind {
        @JsonProperty("onboarding") ONBOARDING, @JsonProperty("in-service") IN_SERVICE, @JsonProperty("special") SPECIAL;

        /** As written in configurations and in the API. */
        public String key() {
            return keyOf(this);
        }
    }

    /** How it is taught. */
    public enum Method {
        @JsonProperty("classroom") CLASSROOM, @JsonProperty("online") ONLINE, @JsonProperty("remote") REMOTE, @JsonProperty("practice") PRACTICE,
        @JsonProperty("case-study") CASE_STUDY, @JsonProperty("role-play") ROLE_PLAY;

        /** As written in configurations and in the API. */
        public String key() {
            return keyOf(this);
        }
    }

    /** How a question is answered. */
    public enum QuestionKind {
        /** One of some options. */
        @JsonProperty("single") SINGLE,
        /** Some of them. */
        @JsonProperty("multiple") MULTIPLE,
        @JsonProperty("true-false") TRUE_FALSE,
        /** All of them, in their order. */
        @JsonProperty("order") ORDER,
        /** A sentence, marked by somebody. */
        @JsonProperty("short") SHORT,
        /** What to do in a case, marked by somebody. */
        @JsonProperty("case") CASE;

        /** As written in configurations and in the API. */
        public String key() {
            return keyOf(this);
        }

        /** The kind of a key. */
        public static QuestionKind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether somebody has to read the answer to mark it. */
        public boolean isOpen() {
            return this == SHORT || this == CASE;
        }
    }

    /** An examination: whose questions a paper has, how long it may take. */
    public record Exam(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @Min(1) @Max(600) @JsonPropertyDescription("How long somebody has, from when he begins.") int minutes,
            @NotNull @NotEmpty @JsonPropertyDescription("Which questions are drawn, in the order of the paper.") List<Draw> draws,
            @JsonPropertyDescription("Whether who marks open questions does not see whose they are.") boolean blind) {
    }

    /** Some questions of a paper. */
    public record Draw(
            @NotNull @JsonPropertyDescription("Key of a topic.") String topic,
            @JsonPropertyDescription("Kinds of question; all if absent.") List<QuestionKind> kinds,
            @Min(1) @Max(5) @JsonPropertyDescription("Least difficulty; 1 if absent.") Integer from,
            @Min(1) @Max(5) @JsonPropertyDescription("Greatest difficulty; 5 if absent.") Integer to,
            @Min(1) @Max(200) int count,
            @Min(1) @Max(100) @JsonPropertyDescription("For each.") int points) {

        public Draw {
            kinds = kinds == null ? List.of() : kinds;
            from = from == null ? 1 : from;
            to = to == null ? 5 : to;
        }
    }

    /** What somebody can have passed: by an assessment of ours, or by a paper from elsewhere. */
    public record Qualification(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @Min(1) @Max(120) @JsonPropertyDescription("For how many months it holds; for ever if absent.") Integer months,
            @JsonPropertyDescription("How many days before its end the holder and who runs training are reminded.") List<@Min(1) @Max(366) Integer> remind,
            @JsonPropertyDescription("Keys of courses in which it is learnt.") List<String> courses,
            @JsonPropertyDescription("How it is assessed; if absent, a paper from elsewhere is recorded.") Scheme scheme) {

        public Qualification {
            remind = remind == null ? List.of() : remind;
            courses = courses == null ? List.of() : courses;
        }
    }

    /** How somebody is assessed; the weights make 100. */
    public record Scheme(
            @Min(0) @Max(100) @JsonPropertyDescription("Least result of all parts together, in per cent.") int pass,
            Theory theory, Practice practice, Conduct conduct,
            @Min(0) @Max(10) @JsonPropertyDescription("How often who has failed may try again before he is taught again.") int resits,
            @Min(0) @Max(366) @JsonPropertyDescription("Days before he may.") int resitAfter,
            @Min(1) @Max(366) @JsonPropertyDescription("Days in which a result can be appealed against; 14 if absent.") Integer appealWithin) {

        public Scheme {
            appealWithin = appealWithin == null ? 14 : appealWithin;
        }

        /** Weights of the parts that there are. */
        @JsonIgnore
        public int weights() {
            return (theory == null ? 0 : theory.weight()) + (practice == null ? 0 : practice.weight()) + (conduct == null ? 0 : conduct.weight());
        }
    }

    /** What somebody knows. */
    public record Theory(@Min(1) @Max(100) int weight, @Min(0) @Max(100) int pass, @NotNull @JsonPropertyDescription("Key of the examination.") String exam) {
    }

    /** What somebody can do, seen on a real case or a made one. */
    public record Practice(@Min(1) @Max(100) int weight, @Min(0) @Max(100) int pass, @NotNull @NotEmpty @JsonPropertyDescription("The check list.") List<Item> items) {
    }

    /** What somebody is like: from the daily record and from colleagues. */
    public record Conduct(@Min(1) @Max(100) int weight, @Min(0) @Max(100) int pass, @NotNull @NotEmpty List<Item> items,
            @Min(0) @Max(20) @JsonPropertyDescription("How many colleagues have to be heard; their mean counts as much as that of the daily record.") int peers) {
    }

    /** One thing that is looked at. */
    public record Item(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @Min(1) @Max(100) @JsonPropertyDescription("Most points.") int points,
            @JsonPropertyDescription("Whether none of its points fails the whole part.") boolean critical) {
    }

    /** Some work and the passes that it asks for. Conditions that are absent hold for all. */
    public record Duty(
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of qualifications, all of which are needed.") List<String> needs,
            @JsonPropertyDescription("Keys of roles: whom it asks.") List<String> roles,
            @JsonPropertyDescription("Keys of teams whose tickets it is about.") List<String> teams,
            @JsonPropertyDescription("Keys of ticket types.") List<String> types,
            @JsonPropertyDescription("Keys of posts of the roster; a duty that names some is about shifts, one that names none about tickets and complaints.") List<String> posts) {

        public Duty {
            roles = roles == null ? List.of() : roles;
            teams = teams == null ? List.of() : teams;
            types = types == null ? List.of() : types;
            posts = posts == null ? List.of() : posts;
        }
    }

    /** Courses that people of some roles take part in: once after they come, or again and again. */
    public record Programme(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles.") List<String> roles,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of courses, in their order.") List<String> courses,
            @Min(1) @Max(366) @JsonPropertyDescription("Days in which it is to be done: after somebody has come, or after a turn has begun.") int within,
            @Min(1) @Max(60) @JsonPropertyDescription("A new turn begins every so many months; once if absent.") Integer everyMonths) {
    }

    private static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The courses in which a qualification is learnt, those that are there. */
    public Stream<Course> coursesOf(Qualification qualification) {
        return qualification.courses().stream().flatMap(key -> course(key).stream());
    }
}
