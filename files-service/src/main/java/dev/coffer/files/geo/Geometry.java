package dev.coffer.files.geo;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A GeoJSON geometry.
 *
 * @param type says how deep the coordinates are nested
 * @param coordinates positions of exactly two numbers: longitude from -180 to 180, and latitude from -90 to 90
 */
public record Geometry(
        @Schema(
                required = true,
                enumeration = {
                    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"
                }) String type,
        @Schema(required = true, type = SchemaType.ARRAY, implementation = Object.class) Coordinates coordinates) {}
