package dev.pledgedesk.portal;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.UploadForm;
import dev.pledgedesk.ticket.AttachmentView;
import dev.pledgedesk.ticket.Attachments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Takes the files of a form. They stay taken when the form is shown again. */
@RequestScoped
public class FormFiles {

    /** Field with new files. */
    static final String FILES = "files";
    /** Field with files that an earlier attempt has left. */
    static final String KEPT = "kept";

    @Inject
    Attachments attachments;

    /** Earlier files that are still wanted, and the new ones; what could not be taken is told in {@code errors}. */
    List<KeptFile> take(UploadForm form, FormErrors errors) {
        List<KeptFile> files = new ArrayList<>();
        form.texts(KEPT).stream().map(KeptFile::parse).flatMap(java.util.Optional::stream).forEach(files::add);
        List<UploadForm.Upload> fresh = form.files(FILES);
        if (files.size() + fresh.size() > attachments.maxFiles()) {
            errors.add(FILES, "portal.files.too-many", attachments.maxFiles());
            return files;
        }
        for (UploadForm.Upload upload : fresh) {
            try {
                AttachmentView file = attachments.upload(upload.fileName(), upload.content());
                files.add(new KeptFile(file.id(), file.size(), file.fileName()));
            } catch (Problem refused) {
                boolean large = refused.kind() == Problem.Kind.TOO_LARGE;
                errors.add(FILES, large ? "portal.files.too-large" : "portal.files.empty", upload.fileName(), attachments.maxBytes() / (1024 * 1024));
            }
        }
        return files;
    }

    /** What a form tells before anything is sent. */
    Limits limits() {
        return new Limits(attachments.maxFiles(), attachments.maxBytes());
    }

    /** Most files of one message, and most bytes of one file. */
    public record Limits(int files, long bytes) {
    }
}
