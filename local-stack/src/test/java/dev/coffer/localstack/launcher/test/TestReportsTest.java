package dev.coffer.localstack.launcher.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    @TempDir
    private Path repository;

    @Test
    void countsAndNamesWhatDidNotPass() throws Exception {
        write("one/target/surefire-reports/TEST-a.AT.xml", """
                <testsuite><properties><property name="x" value="y"/></properties>
                <testcase name="good" classname="a.AT" time="0.1"/>
                <testcase name="bad" classname="a.AT"><failure message="expected 1&#10; but was 2" type="x">…</failure></testcase>
                <testcase name="worse" classname="a.AT"><error message="boom" type="x"/></testcase>
                </testsuite>""");
        write("two/target/failsafe-reports/TEST-b.BIT.xml", """
                <testsuite><testcase name="m1" classname="b.BIT"><skipped message="no MinIO on this machine"/></testcase>
                <testcase name="m2" classname="b.BIT"><skipped message="no MinIO on this machine"/></testcase>
                <testcase name="fine" classname="b.BIT"/></testsuite>""");
        write("two/src/test/resources/surefire-reports/TEST-c.xml", "<not read/>");

        TestReports.Result result = new TestReports(repository).read();

        assertThat(result.summary()).isEqualTo("2 passed, 2 failed, 2 skipped");
        assertThat(result.text()).isEqualTo("""
                Failed:
                  a.AT.bad: expected 1 but was 2
                  a.AT.worse: boom
                Skipped:
                  b.BIT: no MinIO on this machine
                """);
    }

    @Test
    void namesTheAssumptionThatDidNotHold() throws Exception {
        write("one/target/failsafe-reports/TEST-a.AIT.xml", """
                <testsuite><testcase name="m" classname="a.AIT"><skipped type="org.opentest4j.TestAbortedException">\
                <![CDATA[org.opentest4j.TestAbortedException: Assumption failed: no Node on this machine
                \tat a.AIT.m(AIT.java:7)
                ]]></skipped></testcase></testsuite>""");

        assertThat(new TestReports(repository).read().text()).isEqualTo("""
                Skipped:
                  a.AIT: no Node on this machine
                """);
    }

    @Test
    void reportsOfEarlierRunsAreForgotten() throws Exception {
        write("one/target/surefire-reports/TEST-a.AT.xml",
                "<testsuite><testcase name='n' classname='c'/></testsuite>");
        new TestReports(repository).deleteOld();
        assertThat(new TestReports(repository).read().summary()).isEqualTo("0 passed, 0 failed, 0 skipped");
    }

    private void write(String path, String content) throws Exception {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
