package dev.pledgedesk.training.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.FileNames;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.training.MaterialDraft;
import dev.pledgedesk.training.MaterialFile;
import dev.pledgedesk.training.MaterialKind;
import dev.pledgedesk.training.MaterialView;
import dev.pledgedesk.training.entity.MaterialProgress;
import dev.pledgedesk.training.entity.MaterialProgresses;
import dev.pledgedesk.training.entity.TrainingMaterial;
import dev.pledgedesk.training.entity.TrainingMaterials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tika.Tika;

/** What courses are learnt from, and how far people are with it. */
@ApplicationScoped
@Transactional
public class MaterialTransactions {

    private static final String SUBJECT = "training-material";
    private static final TextBounds TITLE = new TextBounds(2, 200);
    private static final TextBounds BODY = new TextBounds(3, 100_000);
    private static final int ALL = 100;
    private static final int LARGEST = 10 * 1024 * 1024;

    private final Tika tika = new Tika();

    @Inject
    TrainingMaterials materials;

    @Inject
    MaterialProgresses progress;

    @Inject
    TrainingWords words;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public List<MaterialView> of(String course) {
        List<Object[]> rows = materials.of(course);
        Map<UUID, Integer> reached = reached(rows.stream().map(row -> (UUID) row[0]).toList());
        return rows.stream().map(row -> new MaterialView((UUID) row[0], course, MaterialKind.of((String) row[1]), text((JsonNode) row[2]), null, (String) row[3], (String) row[4], (String) row[5],
                reached.getOrDefault((UUID) row[0], 0), (Long) row[6])).toList();
    }

    private Map<UUID, Integer> reached(List<UUID> ids) {
        return caller.id() == null ? Map.of() : progress.of(caller.id(), ids).stream().collect(Collectors.toMap(MaterialProgress::materialId, MaterialProgress::percent));
    }

    /** Opens one; a text that is read is done. */
    public MaterialView get(UUID id) {
        return view(materials.get(id));
    }

    /** What a file holds. */
    public MaterialFile file(UUID id) {
        TrainingMaterial material = materials.get(id);
        if (material.kind() != MaterialKind.FILE) {
            throw Problem.notFound();
        }
        return new MaterialFile(material.fileName(), material.fileType(), material.content());
    }

    public MaterialView add(MaterialDraft draft) {
        if (words.training().course(draft.course()).isEmpty()) {
            throw Problem.unprocessable(new FieldError("/course", "field.unknown-key", String.valueOf(draft.course())));
        }
        if (draft.title() == null || draft.title().byTag().isEmpty()) {
            throw Problem.invalid(new FieldError("/title", "field.required"));
        }
        draft.title().byTag().values().forEach(title -> TITLE.take(title, "/title"));
        TrainingMaterial material = new TrainingMaterial(Ids.next(), draft.course(), kind(draft).key());
        material.call(AssessmentViews.JSON.valueToTree(draft.title()), draft.place());
        switch (material.kind()) {
            case TEXT -> {
                draft.body().byTag().values().forEach(body -> BODY.take(body, "/body"));
                material.write(AssessmentViews.JSON.valueToTree(draft.body()));
            }
            case LINK -> material.point(address(draft.address()));
            case FILE -> {
                if (draft.content().length == 0 || draft.content().length > LARGEST) {
                    throw Problem.of(Problem.Kind.TOO_LARGE, "training.file-size", LARGEST / 1024 / 1024);
                }
                material.keep(TITLE.take(FileNames.plain(draft.fileName()), "/fileName"), tika.detect(draft.content(), draft.fileName()), draft.content());
            }
        }
        materials.add(material);
        materials.flush();
        journal.write(new Journal.Entry(caller.actor(), "material.added", SUBJECT, material.id(), Map.of("course", material.course(), "kind", material.kind().key())));
        return view(material);
    }

    private static MaterialKind kind(MaterialDraft draft) {
        List<MaterialKind> kinds = new ArrayList<>();
        if (draft.body() != null) {
            kinds.add(MaterialKind.TEXT);
        }
        if (draft.address() != null) {
            kinds.add(MaterialKind.LINK);
        }
        if (draft.content() != null) {
            kinds.add(MaterialKind.FILE);
        }
        if (kinds.size() != 1) {
            throw Problem.invalid(new FieldError("/body", "training.one-material"));
        }
        return kinds.get(0);
    }

    private static String address(String address) {
        if (!address.matches("https://[^\\s\"<>]{3,1000}")) {
            throw Problem.invalid(new FieldError("/address", "training.https"));
        }
        return address;
    }

    public void remove(UUID id) {
        TrainingMaterial material = materials.held(id);
        materials.remove(material);
        journal.write(new Journal.Entry(caller.actor(), "material.removed", SUBJECT, id, Map.of("course", material.course())));
    }

    /** The caller is so far with it; never goes back. */
    public MaterialView reach(UUID id, int percent) {
        TrainingMaterial material = materials.get(id);
        if (percent < 0 || percent > ALL) {
            throw Problem.unprocessable(new FieldError("/percent", "training.points", 0, ALL));
        }
        UUID staff = caller.staffId();
        MaterialProgress own = progress.of(staff, List.of(id)).stream().findFirst().orElseGet(() -> progress.add(new MaterialProgress(Ids.next(), id, staff)));
        own.reach(percent, clock.now());
        progress.flush();
        return view(material);
    }

    private MaterialView view(TrainingMaterial m) {
        return new MaterialView(m.id(), m.course(), m.kind(), text(m.title()), m.body() == null ? null : text(m.body()), m.address(), m.fileName(), m.fileType(),
                reached(List.of(m.id())).getOrDefault(m.id(), 0), m.version());
    }

    private static LocalizedText text(JsonNode json) {
        return AssessmentViews.JSON.convertValue(json, LocalizedText.class);
    }
}
