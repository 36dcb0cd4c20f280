package dev.coffer.files;

import dev.coffer.common.database.SqlText;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks into the database of the service, past the service. */
@ApplicationScoped
public class Rows {
    private final AgroalDataSource database;
    private final EntityManager entities;

    Rows(AgroalDataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
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

    /** How the database would answer. */
    public String plan(SqlText sql) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> lines = sql.bindTo(entities.createNativeQuery("explain " + sql.text())).getResultList();
            return lines.stream().map(Object::toString).collect(Collectors.joining("\n"));
        });
    }

    public void execute(String sql) {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a great many rows, which may take longer than a statement of a request. */
    public void fill(String sql) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local statement_timeout = 0");
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often a reference is on its way back to blob-service. */
    public long releases(UUID ref) {
        return count("select count(*) from release where id = ? and kind = 'reference'", ref);
    }
}
