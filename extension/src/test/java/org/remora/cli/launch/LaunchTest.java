package org.remora.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remora.cli.output.CommandFailedException;

class LaunchTest {

    @TempDir
    private Path folder;

    @Test
    void command_everythingGiven_isInItsPlace() {
        Launch launch = new Launch(
                Path.of("micro.jar"),
                Path.of("remora.jar"),
                List.of(Path.of("a.war"), Path.of("b.war")),
                OptionalInt.of(8081),
                Map.of("remora.cluster.name", "shop"),
                List.of("-Xmx1g"),
                List.of("--contextroot", "/"));

        assertThat(String.join(" ", launch.command()))
                .endsWith("java -Xmx1g -Dremora.cluster.name=shop -jar micro.jar --addLibs remora.jar --nocluster"
                        + " --port 8081 --deploy a.war --deploy b.war --contextroot /");
    }

    @Test
    void command_nothingGiven_isShort() {
        Launch launch = new Launch(
                Path.of("micro.jar"),
                Path.of("remora.jar"),
                List.of(),
                OptionalInt.empty(),
                Map.of(),
                List.of(),
                List.of("--nocluster"));

        assertThat(String.join(" ", launch.command())).endsWith("java -jar micro.jar --addLibs remora.jar --nocluster");
    }

    @Test
    void find_oneInTheFolder_isIt() throws IOException {
        Path jar = Files.createFile(folder.resolve("payara-micro-6.2025.10.jar"));
        Files.createFile(folder.resolve("payara-micro-sources.jar"));

        assertThat(search().find(Optional.empty())).isEqualTo(jar);
    }

    @Test
    void find_two_isNotGuessed() throws IOException {
        Files.createFile(folder.resolve("payara-micro-6.2025.10.jar"));
        Files.createFile(folder.resolve("payara-micro.jar"));

        assertThatThrownBy(() -> search().find(Optional.empty()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("--server-jar");
    }

    @Test
    void find_none_saysWhereItWasLookedFor() {
        assertThatThrownBy(() -> search().find(Optional.empty()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(ServerJar.VARIABLE);
    }

    @Test
    void find_named_isTaken() throws IOException {
        Path named = Files.createFile(folder.resolve("other.jar"));

        assertThat(search().find(Optional.of(named))).isEqualTo(named);
    }

    private ServerJar search() {
        return new ServerJar(List.of(folder));
    }
}
