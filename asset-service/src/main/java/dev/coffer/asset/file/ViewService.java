package dev.coffer.asset.file;

import dev.coffer.asset.Asset;
import dev.coffer.asset.content.AssetRepresentation;
import dev.coffer.asset.rendition.RenditionService;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.rendering.picture.Rendering;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what browsers show (comfy.md section 4.4). It counts as no access to the content. */
@ApplicationScoped
class ViewService {
    private static final String INLINE = "inline";
    /** A hash always names the same bytes. */
    private static final Duration CONTENT_LIFE = Duration.ofDays(365);
    /** A later version of this service may render the same bytes differently. */
    private static final Duration RENDERING_LIFE = Duration.ofDays(1);

    private final FileService files;
    private final RenditionService renditions;
    private final CurrentCaller caller;

    ViewService(FileService files, RenditionService renditions, CurrentCaller caller) {
        this.files = files;
        this.renditions = renditions;
        this.caller = caller;
    }

    /** The file, or the rendering of it that is asked for. */
    AssetRepresentation find(ViewRequest request) {
        FileTarget target = request.target();
        Asset asset = asset(request.signature, target);
        boolean byHash = target.hash().equals(Optional.ofNullable(asset.hash));
        Optional<Rendering> rendering = request.rendering();
        AssetRepresentation found = rendering
                .map(wanted -> renditions.of(asset, wanted))
                .orElseGet(() -> AssetRepresentation.of(asset, INLINE, request.use));
        return byHash ? found.kept(rendering.isPresent() ? RENDERING_LIFE : CONTENT_LIFE) : found;
    }

    /** A signature is sufficient; without one the caller's workspace has to see the file. */
    private Asset asset(@Nullable String signature, FileTarget target) {
        return signature == null ? files.find(caller.workspace(), target) : files.opened(signature, target);
    }
}
