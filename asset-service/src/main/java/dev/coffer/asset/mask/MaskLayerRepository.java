package dev.coffer.asset.mask;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetKey;
import dev.coffer.asset.name.ContentName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/**
 * Which files belong together as layers of one drawing. Apart from the assets, because the same bytes, an empty layer
 * mostly, may be part of many drawings and are one asset.
 */
@ApplicationScoped
public class MaskLayerRepository {
    private static final String NOTE =
            """
            insert into mask_layer (tenant, owner, drawing, layer, id, created_at)
            select tenant, owner, :drawing, :layer, id, now() from asset
            where tenant = :tenant and owner = :owner and id = :id for key share
            on conflict (tenant, owner, drawing, layer)
                do update set id = excluded.id, created_at = excluded.created_at""";
    private static final String OF_DRAWING = """
            select l.layer, a.hash, a.file_name, a.mime_type from mask_layer l join asset a using (tenant, owner, id)
            where l.tenant = :tenant and l.owner = :owner and l.drawing = :drawing
            and (a.expires_at is null or a.expires_at > now())""";
    private static final String NEWEST_DRAWING = """
            select drawing from mask_layer where tenant = :tenant and owner = :owner and id in (
                select id from asset where tenant = :tenant and owner = :owner and (id = :id or hash = :hash)
                and (expires_at is null or expires_at > now()))
            order by id = :id desc, created_at desc limit 1""";

    private final EntityManager database;

    MaskLayerRepository(EntityManager database) {
        this.database = database;
    }

    /** Notes that an asset is a layer; the newest one counts. */
    @Transactional
    public void note(AssetKey asset, MaskLayer.Of layer) {
        database.createNativeQuery(NOTE)
                .setParameter("tenant", asset.tenant())
                .setParameter("owner", asset.owner())
                .setParameter("id", asset.id())
                .setParameter("drawing", layer.drawing())
                .setParameter("layer", layer.layer().wireName())
                .executeUpdate();
    }

    private record LayerFile(String layer, String hash, String fileName, String mimeType) {}

    /** The file names of the layers of a drawing. */
    public Map<MaskLayer, String> of(AssetKey member, String drawing) {
        List<LayerFile> found = database.unwrap(Session.class)
                .createNativeQuery(OF_DRAWING, LayerFile.class)
                .setParameter("tenant", member.tenant())
                .setParameter("owner", member.owner())
                .setParameter("drawing", drawing)
                .getResultList();
        Map<MaskLayer, String> files = new EnumMap<>(MaskLayer.class);
        found.forEach(file -> files.put(
                MaskLayer.of(file.layer()), ContentName.of(file.hash(), file.fileName(), file.mimeType())));
        return files;
    }

    /**
     * The file names of the drawing that an asset was last a layer of, or else one with the same bytes: the name that
     * a file gets from us is that of all of them. Empty if there is none.
     */
    Map<MaskLayer, String> around(Asset asset) {
        AssetKey key = asset.key();
        List<?> drawings = database.createNativeQuery(NEWEST_DRAWING)
                .setParameter("tenant", key.tenant())
                .setParameter("owner", key.owner())
                .setParameter("id", key.id())
                .setParameter("hash", asset.hash)
                .getResultList();
        return drawings.isEmpty() ? Map.of() : of(key, (String) drawings.getFirst());
    }
}
