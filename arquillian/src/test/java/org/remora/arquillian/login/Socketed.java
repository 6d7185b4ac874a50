package org.remora.arquillian.login;

import java.nio.file.Path;
import java.util.Locale;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.remora.arquillian.login.app.UserServlet;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.socket.app.SessionEndpoint;

/** The application with a WebSocket endpoint. */
enum Socketed {
    /** As it is. */
    SOCKET(""),
    /** With sessions that do not time out while a socket is open. */
    ALIVE("remora.session.sockets-keep-alive=true\n");

    private final String settings;

    Socketed(String settings) {
        this.settings = settings;
    }

    String contextRoot() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    Deployment deployment(Path directory) {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, contextRoot().substring(1) + ".war")
                .addPackage(UserServlet.class.getPackage())
                .addPackage(SessionEndpoint.class.getPackage())
                .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
        return new Deployment(ProbeWar.write(archive, directory), contextRoot());
    }
}
