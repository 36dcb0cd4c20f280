package dev.coffer.blob;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the tables behind the service's back. */
@ApplicationScoped
public class BlobDatabase {
    private final AgroalDataSource database;

    BlobDatabase(AgroalDataSource database) {
        this.database = database;
    }

    public long blobs(String tenant) {
        return number("select count(*) from blob where tenant = ?", tenant);
    }

    public long references(String tenant) {
        return number("select count(*) from reference where tenant = ?", tenant);
    }

    /** The sizes of the contents of all references. */
    public long referredBytes(String tenant) {
        return number("""
                select coalesce(sum(b.size), 0) from reference r join blob b on b.id = r.blob_id
                where r.tenant = ?""", tenant);
    }

    /** Uploads that can still become blobs. */
    public long uploads() {
        return number("select count(*) from upload where swept_at is null and ? <> ''", "any");
    }

    /** Bytes that uploads under way take of the quota. */
    public long reserved(String tenant) {
        return number("select coalesce(sum(reserved), 0) from upload where tenant = ? and swept_at is null", tenant);
    }

    /** Events of an entity that wait in the outbox. */
    public long events(String entity) {
        return number("select count(*) from outbox where record_key = ?", entity);
    }

    /** Changes rows behind the service's back. */
    public void execute(String sql) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number that a query gives. */
    public long number(String query, String parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
