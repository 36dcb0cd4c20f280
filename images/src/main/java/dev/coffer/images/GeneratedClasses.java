package dev.coffer.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The classes that Quarkus generated for a service, without what is different in each build: the fields of Hibernate's
 * proxies, which ByteBuddy gives random names.
 */
final class GeneratedClasses {
    private static final String PROXY = "$HibernateProxy.class";
    private static final Pattern RANDOM_NAME = Pattern.compile("cachedValue\\$[A-Za-z0-9]{8}\\$");
    // As long as what it replaces, because class files have lengths in them.
    private static final String FIXED_NAME = "cachedValue\\$hibernat\\$";

    private GeneratedClasses() {}

    /** Copies the jar; entries are not compressed, so that the bytes are the same with every JDK. */
    static void copy(Path from, Path to) throws IOException {
        try (InputStream file = Files.newInputStream(from);
                ZipInputStream in = new ZipInputStream(file);
                OutputStream target = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(target)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                put(out, entry, entry.getName().endsWith(PROXY) ? withFixedNames(content) : content);
            }
        }
    }

    private static void put(ZipOutputStream out, ZipEntry like, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(like.getName());
        entry.setTime(like.getTime());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] withFixedNames(byte[] classFile) {
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        return RANDOM_NAME.matcher(text).replaceAll(FIXED_NAME).getBytes(StandardCharsets.ISO_8859_1);
    }
}
