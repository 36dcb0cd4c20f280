package dev.coffer.asset;

import dev.coffer.asset.label.TagLinkRepository;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.name.Place;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.text.Text;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows for tests, written as the service writes them. */
@ApplicationScoped
public class Rows {
    // Of the whole statement: its first step comes first, and has what the others have touched as well.
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private final AssetRepository assets;
    private final TagLinkRepository links;
    private final UserMetadata metadata;
    private final EntityManager database;
    private final Clock clock;

    Rows(AssetRepository assets, TagLinkRepository links, UserMetadata metadata, EntityManager database, Clock clock) {
        this.assets = assets;
        this.links = links;
        this.metadata = metadata;
        this.database = database;
        this.clock = clock;
    }

    /** An owner that no other test has. */
    public static Owner somebody() {
        return Owner.user("tenant-" + UUID.randomUUID(), "subject");
    }

    /** A row that is not in the database yet. */
    public Asset make(Owner owner, String name, String... tags) {
        Asset row = new Asset();
        row.tenant = owner.tenant();
        row.owner = owner.key();
        row.id = Ids.next();
        row.name = name;
        row.foldedName = Text.folded(name);
        row.contentRef = Ids.next();
        row.size = 1;
        row.hash = "blake3:" + row.id.toString().replace("-", "").repeat(2);
        row.sha256 = row.hash.replace("blake3", "sha256");
        row.reusable = true;
        row.mimeType = "image/png";
        row.tags = Tags.of(List.of(tags));
        row.userMetadata = "{}";
        row.metadata = "{}";
        row.put(Place.of(row.tags, null), name);
        row.createdBy = "subject";
        row.createdAt = clock.instant();
        row.updatedAt = row.createdAt;
        row.lastAccessTime = row.createdAt;
        return row;
    }

    @Transactional
    public Asset add(Owner owner, String name, String... tags) {
        return add(make(owner, name, tags));
    }

    @Transactional
    public Asset add(Owner owner, String name, Consumer<Asset> more) {
        Asset row = make(owner, name);
        more.accept(row);
        row.put(Place.of(row.tags, metadata.subfolder(row.userMetadata)), row.name);
        return add(row);
    }

    @Transactional
    public Asset add(Asset row) {
        if (!assets.insertIfAbsent(row)) {
            throw new IllegalStateException("the row is there already");
        }
        links.add(row);
        return row;
    }

    /** What a statement says, as text; one column. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<String> ask(String sql, Object... values) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return ((List<Object>) query.getResultList()).stream().map(String::valueOf).toList();
    }

    /** What a statement costs, in blocks of the database that it touches, cached or not. */
    @Transactional
    public int blocks(SqlText sql) {
        // Hibernate's own way to write all columns of an entity.
        String text = "explain (analyze, buffers, costs off) " + sql.text().replace("{a.*}", "a.*");
        String plan = sql.bindTo(database.createNativeQuery(text)).getResultList().toString();
        Matcher buffers = BUFFERS.matcher(plan);
        if (!buffers.find()) {
            throw new IllegalStateException("no buffers in " + plan);
        }
        return number(buffers.group(1)) + number(buffers.group(2));
    }

    @Transactional
    public void run(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    /** Inserts very many rows, which may take longer than a statement of a request. */
    @Transactional
    public void fill(String sql) {
        run("set local statement_timeout = 0");
        run(sql);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
