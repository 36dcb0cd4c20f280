package dev.coffer.acceptance.content;

import java.util.Locale;
import java.util.SplittableRandom;

/** Writes a graph as ComfyUI saves it: nodes with slots and widgets, links between them. */
final class Workflow {
    private static final String[] TYPES = {
        "CheckpointLoaderSimple", "CLIPTextEncode", "KSampler", "VAEDecode", "EmptyLatentImage", "SaveImage",
        "LoraLoader"
    };
    private static final String NODE = """
            {"id":%d,"type":"%s","pos":[%d,%d],"size":{"0":315,"1":98},"flags":{},"order":%d,"mode":0,\
            "inputs":[{"name":"model","type":"MODEL","link":%d}],\
            "outputs":[{"name":"LATENT","type":"LATENT","links":[%d],"slot_index":0}],\
            "properties":{"Node name for S&R":"%2$s"},\
            "widgets_values":[%d,"randomize",20,8.5,"euler","normal",1,"ein Schloß im Nebel, 夜 🌙"]}""";

    private Workflow() {}

    static String json(long seed, int atLeast) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder nodes = new StringBuilder();
        StringBuilder links = new StringBuilder();
        int count = 0;
        while (nodes.length() + links.length() < atLeast) {
            String comma = count++ == 0 ? "" : ",";
            String type = TYPES[random.nextInt(TYPES.length)];
            nodes.append(comma).append(String.format(Locale.ROOT, NODE, count, type, random.nextInt(4000),
                    random.nextInt(3000), count - 1, count - 1, count, random.nextLong(1L << 50)));
            links.append(comma).append("[").append(count).append(",").append(count).append(",0,")
                    .append(count + 1).append(",0,\"MODEL\"]");
        }
        return "{\"last_node_id\":" + count + ",\"last_link_id\":" + count + ",\"nodes\":[" + nodes + "],\"links\":["
                + links + "],\"groups\":[],\"config\":{},\"extra\":{\"ds\":{\"scale\":0.8}},\"version\":0.4}";
    }
}
