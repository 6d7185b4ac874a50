package org.remora.arquillian.conformance;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.remora.arquillian.conformance.app.StepServlet;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Deployment;

/** The application of the checks, packed with several deployment descriptors. */
public enum ConformanceApplication {
    /** What an application gets that says nothing about its cookie. */
    PLAIN("/conformance", "", "server"),
    /** Sessions by cookies only, with a cookie of its own make. */
    COOKIES("/cookies", """
              <cookie-config>
                <name>CHECKED</name>
                <path>/cookies</path>
                <http-only>true</http-only>
                <max-age>3600</max-age>
                <attribute>
                  <attribute-name>SameSite</attribute-name>
                  <attribute-value>Lax</attribute-value>
                </attribute>
              </cookie-config>
              <tracking-mode>COOKIE</tracking-mode>
            """, "client"),
    /** Sessions by rewritten addresses only. */
    ADDRESSES("/addresses", """
              <cookie-config>
                <name>CHECKED</name>
              </cookie-config>
              <tracking-mode>URL</tracking-mode>
            """, "server");

    /** The timeout that every one of them declares, in minutes. */
    public static final int TIMEOUT_MINUTES = 5;

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <listener><listener-class>%1$s.StartListener</listener-class></listener>
              <listener><listener-class>%1$s.DeclaredListener</listener-class></listener>
              <listener><listener-class>%1$s.SecondDeclaredListener</listener-class></listener>
              <session-config>
                <session-timeout>%2$d</session-timeout>
                %3$s
              </session-config>
              <error-page><error-code>410</error-code><location>/do</location></error-page>
              <error-page>
                <exception-type>java.lang.UnsupportedOperationException</exception-type>
                <location>/do</location>
              </error-page>
              %4$s
            </web-app>
            """;

    private static final String FACES = """
            <context-param>
              <param-name>jakarta.faces.STATE_SAVING_METHOD</param-name>
              <param-value>%s</param-value>
            </context-param>
            <servlet>
              <servlet-name>faces</servlet-name>
              <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
            </servlet>
            <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
            """;

    /** Payara looks for sessions that timed out once a minute, if it is not asked to do so more often. */
    private static final String PAYARA_XML = """
            <!DOCTYPE glassfish-web-app PUBLIC "-//GlassFish.org//DTD GlassFish Application Server 3.1 Servlet 3.0//EN"
              "http://glassfish.org/dtds/glassfish-web-app_3_0-1.dtd">
            <glassfish-web-app>
              <session-config>
                <session-manager>
                  <manager-properties>
                    <property name="reapIntervalSeconds" value="1"/>
                  </manager-properties>
                </session-manager>
              </session-config>
            </glassfish-web-app>
            """;

    private final String contextRoot;
    private final String sessionConfig;
    private final String stateSaving;

    ConformanceApplication(String contextRoot, String sessionConfig, String stateSaving) {
        this.contextRoot = contextRoot;
        this.stateSaving = stateSaving;
        this.sessionConfig = sessionConfig;
    }

    /** Returns where it is found. */
    public String contextRoot() {
        return contextRoot;
    }

    /** Writes the archive. */
    public Deployment deployment(Path directory) {
        return new Deployment(ProbeWar.write(archive(), directory), contextRoot);
    }

    private WebArchive archive() {
        Package classes = StepServlet.class.getPackage();
        return ShrinkWrap.create(WebArchive.class, contextRoot.substring(1) + ".war")
                .addPackage(classes)
                .addAsWebResource(classes, "view.xhtml", "view.xhtml")
                .addAsWebResource(classes, "other.xhtml", "other.xhtml")
                .addAsWebResource(classes, "keeping.xhtml", "keeping.xhtml")
                .setWebXML(new StringAsset(WEB_XML.formatted(
                        classes.getName(), TIMEOUT_MINUTES, sessionConfig, FACES.formatted(stateSaving))))
                .addAsWebInfResource(new StringAsset(PAYARA_XML), "glassfish-web.xml");
    }
}
