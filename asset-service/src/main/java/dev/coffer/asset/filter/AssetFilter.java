package dev.coffer.asset.filter;

import dev.coffer.common.database.SqlText;
import dev.coffer.common.identity.Owner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which assets a request is about. All conditions must hold.
 *
 * @param nameContains part of the name, case-folded; empty for any name
 * @param content empty for any content
 * @param jobIds the assets of these jobs; empty for those of any job and of none
 * @param includePublic whether public assets are included
 */
public record AssetFilter(
        TagFilter tags,
        String nameContains,
        MetadataFilter metadata,
        Optional<ContentFilter> content,
        List<UUID> jobIds,
        boolean includePublic) {

    /** The assets of a job, in one workspace. */
    public static AssetFilter ofJob(UUID job) {
        return new AssetFilter(new TagFilter(Set.of(), Set.of(), Set.of()), "", new MetadataFilter(List.of()),
                Optional.empty(), List.of(job), false);
    }

    /** The owners whose assets a workspace searches. */
    public List<Owner> owners(Owner workspace) {
        return owners(workspace, includePublic);
    }

    /** The workspace, and the owner of the public assets if they are included. */
    public static List<Owner> owners(Owner workspace, boolean includePublic) {
        return includePublic ? List.of(workspace, Owner.everybody(workspace.tenant())) : List.of(workspace);
    }

    /** Whether every asset matches. */
    public boolean matchesAll() {
        return onlyTags() && tags.isEmpty();
    }

    /** Whether there are no conditions but those on tags. */
    public boolean onlyTags() {
        return nameContains.isEmpty() && metadata.clauses().isEmpty() && content.isEmpty() && jobIds.isEmpty();
    }

    /** What is left to check on assets that have this tag. */
    public AssetFilter given(String tag) {
        return new AssetFilter(tags.given(tag), nameContains, metadata, content, jobIds, includePublic);
    }

    /** Adds the conditions on a row {@code a} of {@code asset}, except that on its owner. */
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
