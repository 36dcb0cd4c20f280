package dev.coffer.userdata.key;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The keys of a person.
 *
 * @param keys the newest first
 */
@Schema(name = "ApiKeyList")
record KeyListView(List<KeyView> keys) {}
