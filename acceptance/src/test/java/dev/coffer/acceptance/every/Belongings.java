package dev.coffer.acceptance.every;

import dev.coffer.acceptance.harness.Client;
import java.util.Map;

/** The number of assets, user files and CDF files of a client. */
record Belongings(int assets, int userFiles, int cdfFiles) {

    static Belongings of(Client owner) {
        return new Belongings(
                owner.assets().list("limit", 1, "include_public", false).then().extract().path("total"),
                owner.request().get("/api/userdata?dir=.&recurse=true").jsonPath().getList("$").size(),
                owner.json(Map.of()).post(owner.cdf().url() + "/aggregate").then().extract().path("items[0].count"));
    }

    int minus(Belongings earlier) {
        return assets - earlier.assets + userFiles - earlier.userFiles + cdfFiles - earlier.cdfFiles;
    }
}
