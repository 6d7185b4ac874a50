package org.remora.arquillian.balancer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.remora.arquillian.server.Daemon;
import org.remora.arquillian.server.FreePorts;
import org.remora.arquillian.server.PayaraServer;

/**
 * A running balancer.
 *
 * @param kind which one
 * @param port where it listens
 * @param daemon its process
 */
record Balancer(Kind kind, int port, Daemon daemon) implements AutoCloseable {

    /** What Debian offers. */
    enum Kind {
        /** Apache httpd with mod_proxy_balancer. */
        HTTPD {
            @Override
            List<String> command(Path home, int port, List<PayaraServer> nodes) throws IOException {
                Path file = DomainFile.of("httpd/remora.conf").forServers(nodes).write(home.resolve("remora.conf"));
                Path main = Files.writeString(
                        home.resolve("httpd.conf"), """
                        ServerRoot "/usr/lib/apache2"
                        ServerName %1$s
                        Listen %1$s:%2$d
                        DefaultRuntimeDir "%3$s"
                        PidFile "%3$s/httpd.pid"
                        Mutex "file:%3$s" default
                        ErrorLog "%3$s/error.log"
                        User www-data
                        Group www-data
                        KeepAliveTimeout 120
                        MaxKeepAliveRequests 0
                        LoadModule mpm_event_module modules/mod_mpm_event.so
                        LoadModule authz_core_module modules/mod_authz_core.so
                        LoadModule authz_host_module modules/mod_authz_host.so
                        LoadModule proxy_module modules/mod_proxy.so
                        LoadModule proxy_http_module modules/mod_proxy_http.so
                        LoadModule slotmem_shm_module modules/mod_slotmem_shm.so
                        LoadModule proxy_balancer_module modules/mod_proxy_balancer.so
                        LoadModule proxy_hcheck_module modules/mod_proxy_hcheck.so
                        LoadModule lbmethod_byrequests_module modules/mod_lbmethod_byrequests.so
                        Include "%4$s"
                        """.formatted(PayaraServer.HOST, port, home, file));
                return List.of("apache2", "-DFOREGROUND", "-f", main.toString());
            }
        },

        /** HAProxy. */
        HAPROXY {
            @Override
            List<String> command(Path home, int port, List<PayaraServer> nodes) throws IOException {
                Path file = DomainFile.of("haproxy/remora.cfg")
                        .forServers(nodes)
                        .at(port)
                        .write(home.resolve("remora.cfg"));
                return List.of("haproxy", "-db", "-f", file.toString());
            }
        },

        /** The free nginx. */
        NGINX {
            @Override
            List<String> command(Path home, int port, List<PayaraServer> nodes) throws IOException {
                Path file = DomainFile.of("nginx/remora.conf")
                        .forServers(nodes)
                        .at(port)
                        .write(home.resolve("remora.conf"));
                Path main = Files.writeString(home.resolve("nginx.conf"), """
                        pid "%1$s/nginx.pid";
                        error_log "%1$s/error.log";
                        worker_processes 1;
                        events {}
                        http {
                            access_log off;
                            keepalive_timeout 120s;
                            keepalive_requests 1000000;
                            client_body_temp_path "%1$s/body";
                            proxy_temp_path "%1$s/proxy";
                            fastcgi_temp_path "%1$s/fastcgi";
                            uwsgi_temp_path "%1$s/uwsgi";
                            scgi_temp_path "%1$s/scgi";
                            include "%2$s";
                        }
                        """.formatted(home, file));
                return List.of("nginx", "-g", "daemon off;", "-c", main.toString());
            }
        };

        /** Writes what it reads, and says how it is started. */
        abstract List<String> command(Path home, int port, List<PayaraServer> nodes) throws IOException;
    }

    static Balancer start(Kind kind, Path home, List<PayaraServer> nodes) throws IOException {
        int port = FreePorts.next();
        Path own = Files.createDirectories(home.resolve(kind.name().toLowerCase(java.util.Locale.ROOT)));
        return new Balancer(kind, port, Daemon.start(kind.name(), own, port, kind.command(own, port, nodes)));
    }

    URI uri(String path) {
        return URI.create("http://" + PayaraServer.HOST + ":" + port + path);
    }

    @Override
    public void close() {
        daemon.close();
    }
}
