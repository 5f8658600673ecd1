package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.training.QuestionBank;
import dev.pledgedesk.training.QuestionContent;
import dev.pledgedesk.training.QuestionDraft;
import dev.pledgedesk.training.QuestionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The question bank. */
@RequestScoped
@Path("/console/training/questions")
public class QuestionPages implements PageResource {

    private static final String HERE = "/console/training/questions";
    private static final int ROWS = 50;

    /** Questions of a topic, or of all; {@code topic} is null for all. */
    public record View(List<QuestionView> rows, List<Names.Choice> topics, String topic, String start, String next, FormState form) {
    }

    /** One question. */
    public record One(QuestionView question, List<Names.Choice> topics, FormState form) {
    }

    @Inject
    QuestionBank bank;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** Newest first. */
    @GET
    @Allowed(Permission.TRAINING_MANAGE)
    public HtmlPage list(@QueryParam("topic") String topic, @QueryParam("after") String after) {
        return list(topic == null || topic.isBlank() ? null : topic, after, FormState.NONE);
    }

    private HtmlPage list(String topic, String after, FormState form) {
        Page<QuestionView> page = bank.page(topic, new PageRequest(ROWS, after));
        String here = HERE + (topic == null ? "" : "?topic=" + topic);
        return HtmlPage.of("console/questions.jte", new View(page.items(), topics(), topic, after == null ? null : here, page.next() == null ? null : here + (topic == null ? "?" : "&") + "after=" + page.next(), form));
    }

    private List<Names.Choice> topics() {
        return site.config().trainingSaid().topics().stream().map(t -> new Names.Choice(t.key(), site.text(t.name()))).toList();
    }

    /** Adds one. */
    @POST
    @Allowed(Permission.TRAINING_MANAGE)
    public Response add(MultivaluedMap<String, String> form) {
        return Forms.done(() -> bank.add(draft(form, kind(form))), HERE, refused -> list(null, null, FormState.refused("question", form, refused, language.messages())));
    }

    private static QuestionKind kind(MultivaluedMap<String, String> form) {
        try {
            return QuestionKind.of(Forms.text(form, "kind"));
        } catch (IllegalArgumentException none) {
            throw Problem.invalid(new FieldError("/kind", "field.unknown-key", Forms.text(form, "kind")));
        }
    }

    /** Options stand one in a line, right ones behind a star; of true and false one line, {@code true} or {@code false}, is enough. */
    private QuestionDraft draft(MultivaluedMap<String, String> form, QuestionKind kind) {
        List<String> tags = site.config().tenant().locales();
        Map<String, String> text = new LinkedHashMap<>();
        Map<String, String> rubric = new LinkedHashMap<>();
        List<Map<String, String>> options = new ArrayList<>();
        Set<Integer> correct = new TreeSet<>();
        for (String tag : tags) {
            put(text, tag, Forms.orNull(form, "text." + tag));
            put(rubric, tag, Forms.orNull(form, "rubric." + tag));
            List<String> lines = Forms.text(form, "options." + tag).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
            for (int i = 0; i < lines.size(); i++) {
                if (options.size() <= i) {
                    options.add(new LinkedHashMap<>());
                }
                boolean right = lines.get(i).startsWith("*");
                put(options.get(i), tag, right ? lines.get(i).substring(1).strip() : lines.get(i));
                if (right) {
                    correct.add(i);
                }
            }
        }
        if (text.isEmpty()) {
            throw Problem.invalid(new FieldError("/text", "field.required"));
        }
        List<Integer> right = kind == QuestionKind.TRUE_FALSE ? List.of(Forms.text(form, "truth").equals("yes") ? 1 : 0) : List.copyOf(correct);
        String difficulty = Forms.text(form, "difficulty");
        return new QuestionDraft(Forms.text(form, "topic"), kind, difficulty.matches("[1-5]") ? Integer.parseInt(difficulty) : 0, new QuestionContent(new LocalizedText(text),
                kind == QuestionKind.TRUE_FALSE ? List.of() : options.stream().map(LocalizedText::new).toList(), right, rubric.isEmpty() ? null : new LocalizedText(rubric)));
    }

    /** The options of a question in a language as its form holds them. */
    public static String lines(QuestionContent content, String tag) {
        return IntStream.range(0, content.options().size()).mapToObj(i -> (content.correct().contains(i) ? "* " : "") + content.options().get(i).byTag().getOrDefault(tag, "")).collect(Collectors.joining("\n"));
    }

    private static void put(Map<String, String> texts, String tag, String text) {
        if (text != null) {
            texts.put(tag, text);
        }
    }

    /** One question. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.TRAINING_MANAGE)
    public HtmlPage show(@PathParam("id") UUID id) {
        return page(id, FormState.NONE);
    }

    private HtmlPage page(UUID id, FormState form) {
        return HtmlPage.of("console/question.jte", new One(bank.get(id), topics(), form));
    }

    /** Another version of it. */
    @POST
    @Path("/{id}")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response rewrite(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> bank.rewrite(id, Forms.version(form), draft(form, bank.get(id).kind())), HERE + "/" + id, refused -> page(id, FormState.refused("question", form, refused, language.messages())));
    }

    /** It is drawn no more. */
    @POST
    @Path("/{id}/retirement")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response retire(@PathParam("id") UUID id) {
        return Forms.done(() -> bank.retire(id), HERE + "/" + id, refused -> page(id, FormState.refused("question", null, refused, language.messages())));
    }
}
