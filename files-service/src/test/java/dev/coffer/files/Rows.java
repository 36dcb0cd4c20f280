package dev.coffer.files;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Looks into the database of the service, past the service. */
@ApplicationScoped
public class Rows {
    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    /** The number that a query gives. */
    public long count(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often a reference is on its way back to blob-service. */
    public long releases(UUID ref) {
        return count("select count(*) from release where id = ? and kind = 'reference'", ref);
    }
}
