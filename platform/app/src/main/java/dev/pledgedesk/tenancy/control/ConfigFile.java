package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.FieldError;

/**
 * One file of a tenant's folder.
 *
 * @param path    name within the folder
 * @param content YAML
 */
public record ConfigFile(String path, String content) {

    public ConfigFile {
        if (path == null || content == null) {
            throw Problem.invalid(new FieldError("/files", "config.file-incomplete"));
        }
    }
}
