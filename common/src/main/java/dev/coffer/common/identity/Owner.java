package dev.coffer.common.identity;

/**
 * The owner of a row inside a tenant. The prefix of the key distinguishes the kinds: a team workspace can never have
 * the key of a personal one.
 *
 * @param tenant the organisation; equal bytes are stored once inside it
 * @param key {@code user:<subject>}, {@code workspace:<name>}, {@code project:<name>} or {@code public}
 */
public record Owner(String tenant, String key) {

    /** The personal workspace of a subject. */
    public static Owner user(String tenant, String subject) {
        return new Owner(tenant, "user:" + subject);
    }

    /** Its name without the kind: the subject, the name of the workspace or of the project. */
    public String name() {
        return key.substring(key.indexOf(':') + 1);
    }

    /** Whether it is a personal workspace. */
    public boolean isPersonal() {
        return key.startsWith("user:");
    }

    /** A team workspace. */
    public static Owner workspace(String tenant, String name) {
        return new Owner(tenant, "workspace:" + name);
    }

    /** A CDF project. */
    public static Owner project(String tenant, String name) {
        return new Owner(tenant, "project:" + name);
    }

    /** The owner of public rows, which all callers of the tenant see. */
    public static Owner everybody(String tenant) {
        return new Owner(tenant, "public");
    }
}
