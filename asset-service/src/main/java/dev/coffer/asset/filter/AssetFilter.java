package dev.coffer.asset.filter;

import dev.coffer.common.database.SqlText;
import dev.coffer.common.identity.Owner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which assets. All conditions must hold.
 *
 * @param nameContains a part of the name, folded; empty for any name
 * @param content if only one
 * @param jobIds jobs that may have produced them; empty for any
 * @param includePublic whether assets that everybody sees are among them
 */
public record AssetFilter(
        TagFilter tags,
        String nameContains,
        MetadataFilter metadata,
        Optional<ContentFilter> content,
        List<UUID> jobIds,
        boolean includePublic) {

    /** What a job has produced, in one workspace. */
    public static AssetFilter ofJob(UUID job) {
        return new AssetFilter(new TagFilter(Set.of(), Set.of(), Set.of()), "", new MetadataFilter(List.of()),
                Optional.empty(), List.of(job), false);
    }

    /** Whose assets are looked at on behalf of a workspace. */
    public List<Owner> owners(Owner workspace) {
        return owners(workspace, includePublic);
    }

    /** The workspace, and everybody's if that is wanted. */
    public static List<Owner> owners(Owner workspace, boolean includePublic) {
        return includePublic ? List.of(workspace, Owner.everybody(workspace.tenant())) : List.of(workspace);
    }

    /** Whether there is no condition at all. */
    public boolean fitsAll() {
        return onlyTags() && tags.isEmpty();
    }

    /** Whether nothing but tags matters. */
    public boolean onlyTags() {
        return nameContains.isEmpty() && metadata.clauses().isEmpty() && content.isEmpty() && jobIds.isEmpty();
    }

    /** What is left to check on assets that have this tag. */
    AssetFilter given(String tag) {
        return new AssetFilter(tags.given(tag), nameContains, metadata, content, jobIds, includePublic);
    }

    /** The conditions on a row {@code a} of {@code asset}, all but its owner. */
    public void addTo(SqlText sql) {
        tags.addTo(sql);
        content.ifPresent(one -> one.addTo(sql));
        if (!nameContains.isEmpty()) {
            sql.add(" and a.folded_name like ? escape '\\'", "%" + literal(nameContains) + "%");
        }
        if (!jobIds.isEmpty()) {
            sql.add(" and a.job_id = any (cast(? as uuid[]))", (Object) jobIds.toArray(UUID[]::new));
        }
        metadata.addTo(sql);
    }

    private static String literal(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
