package dev.coffer.localstack.launcher.test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One test of a report.
 *
 * @param className the class it is in
 * @param name      its name
 * @param outcome   how it ended
 * @param reason    why it failed or was skipped, in one line
 */
record TestCase(String className, String name, Outcome outcome, String reason) {
    private static final int REASON_LENGTH = 200;
    private static final Pattern ASSUMPTION = Pattern.compile("Assumption failed: (.+)");

    /** How a test ended. */
    enum Outcome {
        PASSED, FAILED, SKIPPED
    }

    static List<TestCase> read(Path report) throws IOException, XMLStreamException {
        List<TestCase> cases = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    take(xml, cases);
                }
            }
        }
        return cases;
    }

    private static void take(XMLStreamReader xml, List<TestCase> cases) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "testcase" -> cases.add(new TestCase(attribute(xml, "classname"), attribute(xml, "name"),
                    Outcome.PASSED, ""));
            case "failure", "error" -> end(cases, Outcome.FAILED, attribute(xml, "message"));
            case "skipped" -> end(cases, Outcome.SKIPPED, whySkipped(xml));
            default -> {}
        }
    }

    /** The reason of a failed assumption is only in its stack trace. */
    private static String whySkipped(XMLStreamReader xml) throws XMLStreamException {
        String message = attribute(xml, "message");
        return message.isEmpty()
                ? ASSUMPTION.matcher(xml.getElementText()).results().findFirst().map(found -> found.group(1)).orElse("")
                : message;
    }

    private static void end(List<TestCase> cases, Outcome outcome, String message) {
        TestCase last = cases.removeLast();
        String line = message.strip().replaceAll("\\s+", " ");
        cases.add(new TestCase(last.className, last.name, outcome,
                line.isEmpty() ? "no reason given" : line.substring(0, Math.min(line.length(), REASON_LENGTH))));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("");
    }
}
