package dev.coffer.files.file;

import dev.coffer.common.http.Text;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Folds the names of all files anew, as searches compare them now: the database cannot do it in every locale. Only names
 * beyond ASCII can have changed.
 */
public class V7__FoldNames extends BaseJavaMigration {
    private static final int AT_ONCE = 1000;
    private static final String NAMES = """
            select tenant, project, id, name, folded_name from file
            where octet_length(name) > char_length(name)""";
    private static final String FOLD = "update file set folded_name = ? where tenant = ? and project = ? and id = ?";

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement names = context.getConnection().prepareStatement(NAMES);
                PreparedStatement fold = context.getConnection().prepareStatement(FOLD)) {
            names.setFetchSize(AT_ONCE);
            int waiting = 0;
            try (ResultSet row = names.executeQuery()) {
                while (row.next()) {
                    String folded = Text.folded(row.getString("name"));
                    if (folded.equals(row.getString("folded_name"))) {
                        continue;
                    }
                    fold.setString(1, folded);
                    fold.setString(2, row.getString("tenant"));
                    fold.setString(3, row.getString("project"));
                    fold.setLong(4, row.getLong("id"));
                    fold.addBatch();
                    waiting++;
                    if (waiting % AT_ONCE == 0) {
                        fold.executeBatch();
                    }
                }
            }
            fold.executeBatch();
        }
    }
}
