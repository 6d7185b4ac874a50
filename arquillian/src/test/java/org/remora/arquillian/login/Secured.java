package org.remora.arquillian.login;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.remora.arquillian.login.app.UserServlet;
import org.remora.arquillian.login.mechanism.BasicDefinition;
import org.remora.arquillian.login.mechanism.FormDefinition;
import org.remora.arquillian.login.mechanism.MemoryStore;
import org.remora.arquillian.login.mechanism.RegisteringMechanism;
import org.remora.arquillian.login.mechanism.SessionMechanism;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Deployment;

/** One application with every way to log in. Its staff are those whom realm or store puts into a group. */
enum Secured {
    /** The form of the Servlet specification, users in the server's file realm. */
    FORM("ann", loginConfig("FORM", """
                    <form-login-config>
                      <form-login-page>/login.html</form-login-page>
                      <form-error-page>/denied.html</form-error-page>
                    </form-login-config>
                    """)),
    /** The browser's own form. */
    BASIC("ann", loginConfig("BASIC", "")),
    /** Nothing is guarded; the application logs users in itself, each with two sessions at most. */
    CALLED("ann", ""),
    /** Jakarta Security's form, users in a store of the application. */
    SECURITY_FORM("mia", Constraint.SECRET_IS_FOR_STAFF),
    /** Jakarta Security with the browser's form. */
    SECURITY_BASIC("mia", Constraint.SECRET_IS_FOR_STAFF),
    /** An authentication mechanism of the application with {@code @AutoApplySession}. */
    SESSION("zoe", Constraint.SECRET_IS_FOR_STAFF),
    /** One without that asks the container to keep the user. */
    REGISTERING("zoe", Constraint.SECRET_IS_FOR_STAFF);

    /** The limit of {@link #CALLED}. */
    static final int SESSIONS_OF_A_USER = 2;

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              %s
              <security-role><role-name>staff</role-name></security-role>
              <security-role><role-name>boss</role-name></security-role>
            </web-app>
            """;

    private static final String PAYARA_XML = """
            <!DOCTYPE glassfish-web-app PUBLIC "-//GlassFish.org//DTD GlassFish Application Server 3.1 Servlet 3.0//EN"
              "http://glassfish.org/dtds/glassfish-web-app_3_0-1.dtd">
            <glassfish-web-app>
              <security-role-mapping>
                <role-name>staff</role-name>
                <group-name>employees</group-name>
              </security-role-mapping>
            </glassfish-web-app>
            """;

    private final String user;
    private final String elements;

    Secured(String user, String elements) {
        this.user = user;
        this.elements = elements;
    }

    private List<Class<?>> mechanism() {
        return switch (this) {
            case FORM, BASIC, CALLED -> List.of();
            case SECURITY_FORM -> List.of(FormDefinition.class, MemoryStore.class);
            case SECURITY_BASIC -> List.of(BasicDefinition.class, MemoryStore.class);
            case SESSION -> List.of(SessionMechanism.class);
            case REGISTERING -> List.of(RegisteringMechanism.class);
        };
    }

    String user() {
        return user;
    }

    String password() {
        return user.equals("ann") ? "secret1" : "secret3";
    }

    String contextRoot() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    Deployment deployment(Path directory) {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, contextRoot().substring(1) + ".war")
                .addPackage(UserServlet.class.getPackage())
                .addClasses(mechanism().toArray(Class<?>[]::new))
                .setWebXML(new StringAsset(WEB_XML.formatted(elements)))
                .addAsWebInfResource(new StringAsset(PAYARA_XML), "glassfish-web.xml")
                .addAsWebResource(new StringAsset("login page"), "login.html")
                .addAsWebResource(new StringAsset("wrong password"), "denied.html");
        if (this == CALLED) {
            archive.addAsResource(
                    new StringAsset("remora.session.max-per-user=" + SESSIONS_OF_A_USER + "\n"),
                    "META-INF/microprofile-config.properties");
        }
        return new Deployment(ProbeWar.write(archive, directory), contextRoot());
    }

    private static String loginConfig(String method, String form) {
        return Constraint.SECRET_IS_FOR_STAFF + """
                <login-config>
                  <auth-method>%s</auth-method>
                  <realm-name>file</realm-name>
                  %s
                </login-config>
                """.formatted(method, form);
    }

    private static final class Constraint {

        static final String SECRET_IS_FOR_STAFF = """
                <security-constraint>
                  <web-resource-collection>
                    <web-resource-name>secret</web-resource-name>
                    <url-pattern>/secret/*</url-pattern>
                  </web-resource-collection>
                  <auth-constraint><role-name>staff</role-name></auth-constraint>
                </security-constraint>
                """;
    }
}
