package dev.coffer.files.label;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Which label of which project.
 *
 * @param tenant the organisation
 * @param project of the tenant
 * @param externalId chosen by the client that defined it
 */
@Embeddable
public record LabelKey(String tenant, String project, @Column(name = "external_id") String externalId) {}
