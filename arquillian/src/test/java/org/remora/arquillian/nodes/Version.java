package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Deployment;

/** The versions of one application, each with classes compiled of sources of its own. */
enum Version {
    /** Knows orders that have an amount, and no vouchers. */
    ONE,
    /** Has changed orders so that the bytes of the other version do not fit, and has vouchers. */
    TWO;

    static final String CONTEXT_ROOT = "/versioned";

    /** The classes of this version and the source of each. */
    private Map<String, String> sources() {
        return switch (this) {
            case ONE -> Map.of("Order", """
                    package shop;
                    public class Order implements java.io.Serializable {
                        private static final long serialVersionUID = 1;
                        private final int amount;
                        public Order(String text) { amount = Integer.parseInt(text); }
                        @Override public String toString() { return "amount " + amount; }
                    }
                    """);
            case TWO -> Map.of("Order", """
                    package shop;
                    public class Order implements java.io.Serializable {
                        private static final long serialVersionUID = 2;
                        private final java.math.BigDecimal amount;
                        private final String currency = "EUR";
                        public Order(String text) { amount = new java.math.BigDecimal(text); }
                        @Override public String toString() { return amount + " " + currency; }
                    }
                    """, "Voucher", """
                    package shop;
                    public class Voucher implements java.io.Serializable {
                        private final String code;
                        public Voucher(String text) { code = text; }
                        @Override public String toString() { return "voucher " + code; }
                    }
                    """);
        };
    }

    /** The same application, by name and path, in this version. */
    Deployment deployment(Path directory) {
        Path home = directory.resolve("version-" + name().toLowerCase(Locale.ROOT));
        WebArchive archive = ProbeWar.annotationsOnly("versioned");
        for (String type : compiled(home)) {
            String file = "shop/" + type + ".class";
            archive.addAsWebInfResource(new FileAsset(home.resolve(file).toFile()), "classes/" + file);
        }
        return new Deployment(ProbeWar.write(archive, home), CONTEXT_ROOT);
    }

    private List<String> compiled(Path home) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of("-d", home.toString()));
        try {
            Path folder = Files.createDirectories(home.resolve("sources"));
            for (Map.Entry<String, String> source : sources().entrySet()) {
                Path file = Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue());
                arguments.add(file.toString());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .as("result of the compiler")
                .isZero();
        return List.copyOf(sources().keySet());
    }
}
