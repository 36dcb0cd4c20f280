package dev.coffer.common.share;

/**
 * How much of a {@link Share} one holder may hold, as fractions. This is the dynamic threshold of shared buffers in
 * switches (Choudhury and Hahne, 1998): the more there are, the less each may take, and something is always free for
 * the next one.
 *
 * @param tenant what a tenant may hold of what the other tenants leave
 * @param session what a session may hold of what the other sessions of its tenant leave
 * @param newcomer what a tenant that holds nothing may take of what is free, and any tenant of the whole at a time
 */
public record ShareRule(double tenant, double session, double newcomer) {
    /**
     * For bodies and contents: alone a tenant may hold two thirds, and one session of it a little more than half. One
     * that holds nothing may take all that is free.
     */
    public static final ShareRule SESSIONS = new ShareRule(2.0 / 3, 4.0 / 5, 1);

    /** Two thirds for a tenant that is alone; one that holds nothing may take all that is free. */
    public static final ShareRule TENANTS = new ShareRule(2.0 / 3, 1, 1);

    /** For holders that may never take more than this part of what is left to them, not even at first. */
    public static ShareRule always(double part) {
        return new ShareRule(part, 1, part);
    }
}
