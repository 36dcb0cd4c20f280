package dev.coffer.asset.mask;

import dev.coffer.asset.file.FileService;
import dev.coffer.asset.file.FileTarget;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks up what was saved together with a file. */
@ApplicationScoped
class MaskLayerService {
    private final FileService files;
    private final MaskLayerRepository layers;

    MaskLayerService(FileService files, MaskLayerRepository layers) {
        this.files = files;
        this.layers = layers;
    }

    /** The layers of the drawing that the file belongs to, as far as there are any. */
    MaskLayersView around(Owner viewer, FileTarget target) {
        return MaskLayersView.of(layers.around(files.find(viewer, target)), target);
    }
}
