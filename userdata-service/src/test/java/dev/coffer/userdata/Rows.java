package dev.coffer.userdata;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Direct access to the database of the service. */
@ApplicationScoped
public class Rows {
    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    /** The first column of what a query gives. */
    public List<String> texts(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of these references that were released, in the order of their release. */
    public List<UUID> released(List<UUID> refs) {
        return texts("select id from release where kind = 'reference' and id = any(?) order by seq",
                (Object) refs.toArray(UUID[]::new))
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    /** Types of the events of one file, oldest first. */
    public List<String> eventTypes(UUID file) {
        return texts("select payload::json ->> 'type' from outbox where record_key = ? order by seq", file.toString());
    }

    public void execute(String sql) {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
