package dev.coffer.asset.remote;

import dev.coffer.asset.name.AssetName;
import dev.coffer.common.http.HeaderParameters;
import dev.coffer.common.text.Text;
import java.net.URI;
import java.util.Optional;

/** How other servers call their content. What could not be a name of an asset is none. */
final class RemoteFileName {
    private RemoteFileName() {}

    /** From {@code Content-Disposition}. */
    static Optional<String> inHeader(String disposition) {
        HeaderParameters parameters = HeaderParameters.of(disposition);
        return parameters.extended("filename").or(() -> parameters.plain("filename")).flatMap(RemoteFileName::usable);
    }

    /** From the last step of a path. */
    static Optional<String> inPath(URI url) {
        String path = url.getPath() == null ? "" : url.getPath();
        return usable(path);
    }

    private static Optional<String> usable(String path) {
        String base = AssetName.lastStep(path);
        boolean good = !base.isEmpty() && base.length() <= AssetName.MAX_LENGTH && Text.storable(base);
        return good ? Optional.of(base) : Optional.empty();
    }
}
