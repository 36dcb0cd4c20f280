package dev.coffer.userdata.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What people may do with API keys. */
@ConfigMapping(prefix = "coffer.keys")
interface ApiKeyConfig {
    /** Keys that one person may have at a time; 409 above. */
    @WithDefault("100")
    long perPerson();
}
