package dev.coffer.files.content;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What blob-service has of files: its answer counts, not the content of an event. */
@ApplicationScoped
class ConfirmedUploads {
    private final BlobClient blobs;

    ConfirmedUploads(BlobClient blobs) {
        this.blobs = blobs;
    }

    /**
     * The completed uploads of files whose content is still referred to, of each file the oldest first. Costs one call
     * for each project.
     *
     * @throws dev.coffer.common.error.ServiceException 503 if blob-service is out of reach
     */
    Map<FileKey, List<CompletedUpload>> of(Collection<FileKey> files) {
        Map<Project, Set<String>> asked = new HashMap<>();
        files.forEach(file -> asked
                .computeIfAbsent(new Project(file.tenant(), file.project()), project -> new HashSet<>())
                .add(file.entity()));
        Map<FileKey, List<CompletedUpload>> confirmed = new HashMap<>();
        asked.forEach((project, entities) -> {
            List<CompletedUpload> uploads = blobs.completedUploads(project.owner(), entities);
            files.stream()
                    .filter(file -> file.tenant().equals(project.tenant()) && file.project().equals(project.name()))
                    .forEach(file -> confirmed.put(file, uploads.stream()
                            .filter(upload -> upload.entity().equals(file.entity()))
                            .toList()));
        });
        return confirmed;
    }
}
