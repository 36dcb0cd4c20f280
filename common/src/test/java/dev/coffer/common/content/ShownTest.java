package dev.coffer.common.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "IMAGE/JPEG", "image/avif", "image/x-exr", "video/mp4", "audio/x-wav",
        "video/mp4; codecs=\"avc1.42E01E, mp4a.40.2\"", "text/plain", "text/plain; charset=utf-8", "application/json"})
    void whatABrowserOnlyShowsIsShown(String type) {
        assertThat(Shown.inline(type, "a").type()).isEqualTo(type);
        assertThat(Shown.inline(type, "a").disposition()).startsWith("inline");
        assertThat(Shown.saved(type, "a").type()).isEqualTo(type);
        assertThat(Shown.saved(type, "a").disposition()).startsWith("attachment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "application/zip", "text/csv", "text/markdown", "model/gltf+json",
        "font/woff2",
        "application/vnd.a+json;a=\"b c\";d=e",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"})
    void whatPeopleKeepIsSavedUnderItsType(String type) {
        assertThat(Shown.inline(type, "a").type()).isEqualTo(type);
        assertThat(Shown.inline(type, "a").disposition()).startsWith("attachment");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml", "text/javascript",
        "application/x-javascript", "text/javascript1.5", "text/jscript", "application/ecmascript", "text/css",
        "text/vbscript",
        "image/svg+xml", "image/svg", "image/SVG+XML;x=y", "text/xml", "application/xml", "application/rss+xml",
        "image/x+xml",
        "message/rfc822", "multipart/x-mixed-replace", "application/x-shockwave-flash", "application/java-archive",
        "application/wasm", "application/octet-stream", "model/x3d+xml", "text/unknown", "x/y", "txt", "", "image/",
        "image/png\r\nX: y", "image/png, text/html", "\u00e9/\u00e9"})
    void everythingElseIsSavedAsBytes(String type) {
        assertThat(Shown.inline(type, "a").type()).isEqualTo("application/octet-stream");
        assertThat(Shown.inline(type, "a").disposition()).startsWith("attachment");
        assertThat(Shown.saved(type, "a").type()).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;", "text/plain; x", "text/plain; x=\"y", "text/plain;x=y;;"})
    void whatIsNoParameterIsNotSaid(String type) {
        assertThat(Shown.inline(type, "a").type()).isEqualTo("text/plain");
    }
}
