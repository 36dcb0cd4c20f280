package dev.coffer.common.config;

/** How settings that are dangerous are refused when a service starts. */
public final class Setting {
    private Setting() {}

    /**
     * Holds a setting to its rule.
     *
     * @param name as it is configured
     * @param rule what it must be, as the end of a sentence: "at least 1"
     * @throws IllegalStateException that names the setting and says the rule, if it is not good
     */
    public static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new IllegalStateException(name + " must be " + rule + ".");
        }
    }
}
