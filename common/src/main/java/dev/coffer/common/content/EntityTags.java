package dev.coffer.common.content;

/** The lists of {@code If-Match} and {@code If-None-Match} (RFC 9110 sections 8.8.3 and 13.1). */
final class EntityTags {
    private static final String ANY = "*";
    private static final String WEAK = "W/";

    private EntityTags() {}

    /**
     * Whether a list names an entity tag. It is read once from left to right; what is no tag names nothing.
     *
     * @param current a strong tag in its wire form
     * @param weakly whether {@code W/"x"} names {@code "x"}
     */
    static boolean listed(String list, String current, boolean weakly) {
        if (list.strip().equals(ANY)) {
            return true;
        }
        int at = 0;
        while (at < list.length()) {
            int end = endOfMember(list, at);
            String member = list.substring(at, end).strip();
            boolean weak = weakly && member.startsWith(WEAK);
            if (current.equals(weak ? member.substring(WEAK.length()) : member)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    /** The comma behind a member, or the end of the list; a comma between quotes is part of the tag. */
    private static int endOfMember(String list, int start) {
        boolean quoted = false;
        for (int i = start; i < list.length(); i++) {
            quoted ^= list.charAt(i) == '"';
            if (!quoted && list.charAt(i) == ',') {
                return i;
            }
        }
        return list.length();
    }
}
