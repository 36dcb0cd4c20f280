package dev.coffer.userdata.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The statistics that front ends require. No models run here, so the values are empty, and reveal nothing.
 *
 * @param system about the program
 * @param devices to run models on: none
 */
@Schema(name = "SystemStats")
record SystemStatsView(Program system, List<Object> devices) {

    /** What ComfyUI tells about itself; all of it must be there. */
    @Schema(name = "SystemStatsSystem")
    record Program(
            String os,
            @JsonProperty("comfyui_version") String comfyuiVersion,
            @JsonProperty("python_version") String pythonVersion,
            @JsonProperty("pytorch_version") String pytorchVersion,
            @JsonProperty("embedded_python") boolean embeddedPython,
            List<String> argv,
            @JsonProperty("ram_total") long ramTotal,
            @JsonProperty("ram_free") long ramFree) {}

    static SystemStatsView of(String comfyuiVersion) {
        return new SystemStatsView(new Program("coffer", comfyuiVersion, "", "", false, List.of(), 0, 0), List.of());
    }
}
