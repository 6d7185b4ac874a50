package org.remora.arquillian.probe.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.remora.arquillian.probe.ClusterServlet;
import org.remora.arquillian.probe.cookie.SameSiteListener;

/** The probe application with the deployment descriptors applications come with. */
public final class ProbeWar {

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
            %s
            </web-app>
            """;

    private static final String PAYARA_XML = """
            <!DOCTYPE glassfish-web-app PUBLIC "-//GlassFish.org//DTD GlassFish Application Server 3.1 Servlet 3.0//EN"
              "http://glassfish.org/dtds/glassfish-web-app_3_0-1.dtd">
            <glassfish-web-app>
              <session-config>
                <cookie-properties>
                  <property name="cookieName" value="%s"/>
                  <property name="cookieSameSite" value="Strict"/>
                </cookie-properties>
              </session-config>
            </glassfish-web-app>
            """;

    private ProbeWar() {}

    /**
     * Returns the application without a descriptor, found by its annotations alone.
     *
     * @param name the file name, without {@code .war}
     */
    public static WebArchive annotationsOnly(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").addPackage(ClusterServlet.class.getPackage());
    }

    /** Returns the application with an empty web.xml. */
    public static WebArchive withWebXml(String name) {
        return withWebXml(name, "");
    }

    /** Returns the application with these elements in its web.xml. */
    public static WebArchive withWebXml(String name, String elements) {
        return annotationsOnly(name).setWebXML(new StringAsset(WEB_XML.formatted(elements)));
    }

    /** Returns the application that says it may be distributed, which wakes the server's own replication. */
    public static WebArchive distributable(String name) {
        return withWebXml(name, "<distributable/>");
    }

    /** Returns the application that wants no web fragment of any library. */
    public static WebArchive absoluteOrdering(String name) {
        return withWebXml(name, "<absolute-ordering/>");
    }

    /**
     * Returns the application with a session cookie of its own name, path and attributes, by web.xml and a listener.
     */
    public static WebArchive ownCookie(String name, String cookieName, String path) {
        return withWebXml(name, """
                        <session-config>
                          <session-timeout>7</session-timeout>
                          <cookie-config>
                            <name>%s</name>
                            <path>%s</path>
                            <http-only>true</http-only>
                            <secure>false</secure>
                            <max-age>3600</max-age>
                          </cookie-config>
                        </session-config>
                        """.formatted(cookieName, path)).addClass(SameSiteListener.class);
    }

    /** Returns the application that tracks sessions in this way alone: {@code COOKIE} or {@code URL}. */
    public static WebArchive trackedBy(String name, String mode) {
        return withWebXml(name, """
                        <session-config><tracking-mode>%s</tracking-mode></session-config>
                        <error-page><error-code>418</error-code><location>/errorPage</location></error-page>
                        <error-page>
                          <exception-type>java.lang.IllegalStateException</exception-type>
                          <location>/errorPage</location>
                        </error-page>
                        """.formatted(mode));
    }

    /** Returns the application with a session cookie configured in Payara's own descriptor. */
    public static WebArchive payaraDescriptor(String name, String cookieName) {
        return annotationsOnly(name)
                .addAsWebInfResource(new StringAsset(PAYARA_XML.formatted(cookieName)), "glassfish-web.xml");
    }

    /**
     * Returns the application with listeners from web.xml, by annotation and added by a program; its own configuration
     * has these settings of Remora.
     */
    public static WebArchive listening(String name, String settings) {
        return withWebXml(name, """
                        <listener>
                          <listener-class>org.remora.arquillian.probe.listener.DeclaredListener</listener-class>
                        </listener>
                        <listener>
                          <listener-class>org.remora.arquillian.probe.listener.AddingListener</listener-class>
                        </listener>
                        """)
                .addPackage("org.remora.arquillian.probe.listener")
                .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
    }

    /**
     * Writes an archive into a directory, in the place of an older one.
     *
     * @return the WAR file
     */
    public static Path write(WebArchive archive, Path directory) {
        try {
            Path file = Files.createDirectories(directory).resolve(archive.getName());
            archive.as(ZipExporter.class).exportTo(file.toFile(), true);
            return file.toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException("archive " + archive.getName() + " cannot be written", failure);
        }
    }
}
