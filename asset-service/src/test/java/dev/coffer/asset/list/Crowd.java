package dev.coffer.asset.list;

import dev.coffer.common.identity.Owner;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Owners with very many assets, made by the database itself. Every asset is tagged {@code input}, every tenth
 * {@code tenth}, and 30 of any number {@code few}: these are called holidays and have the
 * metadata {@code {"trip":7}} and a job of their own.
 */
@ApplicationScoped
class Crowd {
    static final String JOB = "00000000-0000-0000-0000-000000000007";
    private static final int TRIES = 60;
    private static final String ASSETS = """
            insert into asset (tenant, owner, id, name, folded_name, content_ref, size, hash, sha256, reusable, repeats, mime_type, tags,
                file_type, file_name, job_id, user_metadata, metadata, created_by, created_at, updated_at, last_access_time)
            select ?, ?, md5('id' || i)::uuid, name || '.png', name || '.png', md5('ref' || i)::uuid, mixed, 'blake3:' || i,
                'sha256:' || i, false, false, 'image/png',
                array_remove(array['input', case i % 10 when 0 then 'tenth' end, case when few then 'few' end], null),
                'input', name || '.png', case when few then '00000000-0000-0000-0000-000000000007'::uuid end,
                jsonb_build_object('n', i, 'filename', name) || case when few then '{"trip":7}' else '{}' end::jsonb,
                '{"kind":"image","width":512,"height":512}', 'subject', date + i * interval '1 second',
                date + mixed * interval '1 second', date + (i * 104729 % 1000003) * interval '1 second'
            from (select i, i % (total / 30) = 0 and i / (total / 30) <= 30 as few, i * 7919 % 1000003 as mixed,
                    timestamptz '2026-01-01Z' as date,
                    case when i % (total / 30) = 0 and i / (total / 30) <= 30 then 'holiday ' else 'image ' end || i as name
                from (select cast(? as bigint) as total) t, generate_series(1::bigint, total) i) it""";
    private static final String LINKS = """
            insert into asset_tag (tenant, owner, id, tag, created_at)
            select tenant, owner, id, unnest(tags), created_at from asset where tenant = ? and owner = ?""";

    private final AgroalDataSource database;

    Crowd(AgroalDataSource database) {
        this.database = database;
    }

    void make(Owner owner, int assets) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // It may take longer than a statement of a request.
            run(connection, "set local statement_timeout = 0");
            run(connection, ASSETS, owner.tenant(), owner.key(), assets);
            // Or each link would look for its asset as one does in an empty table.
            run(connection, "analyze asset");
            run(connection, LINKS, owner.tenant(), owner.key());
            connection.commit();
        }
    }

    /** What autovacuum does in a while: again until no older transaction keeps pages from being visible to all. */
    void settle() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (int i = 0; i < TRIES; i++) {
                statement.execute("vacuum analyze asset, asset_tag, asset_count");
                if (isSettled(statement)) {
                    return;
                }
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
        throw new IllegalStateException("an old transaction has kept the rows from being visible to all");
    }

    private static boolean isSettled(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("""
                select bool_and(relallvisible >= 0.99 * relpages) from pg_class
                where oid in ('asset'::regclass, 'asset_tag'::regclass)""")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
