package dev.coffer.common.identity;

/**
 * Whom a row belongs to inside a tenant. The prefix keeps the kinds apart: a team workspace can never be
 * named like somebody's personal one.
 *
 * @param tenant the organisation; equal bytes are stored once inside it
 * @param key {@code user:<subject>}, {@code workspace:<name>}, {@code project:<name>} or {@code public}
 */
public record Owner(String tenant, String key) {

    /** The personal workspace of a subject. */
    public static Owner user(String tenant, String subject) {
        return new Owner(tenant, "user:" + subject);
    }

    /** What people call it: the subject, the name of the workspace or of the project. */
    public String name() {
        return key.substring(key.indexOf(':') + 1);
    }

    /** Whether it is somebody's personal workspace. */
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

    /** What everybody of a tenant sees. */
    public static Owner everybody(String tenant) {
        return new Owner(tenant, "public");
    }
}
