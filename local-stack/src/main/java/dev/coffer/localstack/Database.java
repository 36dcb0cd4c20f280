package dev.coffer.localstack;

/**
 * A database and its owner, who has no right on any other one.
 *
 * @param jdbcUrl  where it is, without credentials
 * @param username the owner
 * @param password of the owner
 */
public record Database(String jdbcUrl, String username, String password) {
    @Override
    public String toString() {
        return "Database[" + jdbcUrl + ", " + username + "]";
    }
}
