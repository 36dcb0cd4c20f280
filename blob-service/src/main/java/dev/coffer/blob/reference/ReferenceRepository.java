package dev.coffer.blob.reference;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
public class ReferenceRepository implements PanacheRepositoryBase<Reference, UUID> {}
