package org.remora.config;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that are good by themselves and do not go together. */
final class Contradictions {

    private Contradictions() {}

    /** All that there are between the accepted values. */
    static List<SettingProblem> in(WrittenSettings written) {
        return Stream.of(
                        tooManyBackups(written),
                        nodesThatAreNotUsed(written),
                        interfaceThatIsNotUsed(written),
                        liteAndAlone(written),
                        tooFewHeartbeats(written))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SettingProblem> tooManyBackups(WrittenSettings written) {
        int synchronous = written.acceptedValue(Catalogue.BACKUP_COUNT).orElse(0);
        int asynchronous = written.acceptedValue(Catalogue.ASYNC_BACKUP_COUNT).orElse(0);
        return problemIf(
                synchronous + asynchronous > StoreSettings.MAX_BACKUPS,
                Catalogue.ASYNC_BACKUP_COUNT,
                asynchronous,
                "with " + Catalogue.BACKUP_COUNT.key() + " = " + synchronous + " must be at most "
                        + (StoreSettings.MAX_BACKUPS - synchronous) + ": both together are at most "
                        + StoreSettings.MAX_BACKUPS);
    }

    private static Optional<SettingProblem> nodesThatAreNotUsed(WrittenSettings written) {
        List<NodeAddress> nodes = written.acceptedValue(Catalogue.STATIC_NODES).orElse(List.of());
        return written.acceptedValue(Catalogue.DISCOVERY)
                .flatMap(kind -> problemIf(
                        kind != DiscoveryKind.STATIC && !nodes.isEmpty(),
                        Catalogue.STATIC_NODES,
                        nodes.stream().map(NodeAddress::toString).collect(Collectors.joining(",")),
                        noUseWith(kind) + "; remove it, or set that to static"));
    }

    private static Optional<SettingProblem> interfaceThatIsNotUsed(WrittenSettings written) {
        Optional<InetAddress> address =
                written.acceptedValue(Catalogue.MDNS_INTERFACE).flatMap(Function.identity());
        return written.acceptedValue(Catalogue.DISCOVERY)
                .flatMap(kind -> problemIf(
                        kind != DiscoveryKind.MDNS && address.isPresent(),
                        Catalogue.MDNS_INTERFACE,
                        address.map(InetAddress::getHostAddress).orElse(""),
                        noUseWith(kind) + "; remove it, or set that to mdns"));
    }

    private static String noUseWith(DiscoveryKind kind) {
        return "has no use with " + Catalogue.DISCOVERY.key() + " = "
                + kind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<SettingProblem> liteAndAlone(WrittenSettings written) {
        boolean lite = written.acceptedValue(Catalogue.LITE).orElse(false);
        return problemIf(
                isAlone(written) && lite,
                Catalogue.LITE,
                lite,
                "a server that holds no data cannot be alone, as with " + Catalogue.DISCOVERY.key()
                        + " = none; set one of them otherwise");
    }

    private static Optional<SettingProblem> tooFewHeartbeats(WrittenSettings written) {
        Optional<Duration> interval =
                written.acceptedValue(Catalogue.HEARTBEAT_INTERVAL).flatMap(set -> set);
        Optional<Duration> timeout = written.acceptedValue(Catalogue.HEARTBEAT_TIMEOUT);
        boolean tooFew = interval.isPresent()
                && timeout.isPresent()
                && interval.get()
                                .multipliedBy(FailureSettings.FEWEST_HEARTBEATS)
                                .compareTo(timeout.get())
                        > 0;
        return problemIf(
                tooFew,
                Catalogue.HEARTBEAT_INTERVAL,
                interval.map(Duration::toMillis).orElse(0L) + "ms",
                "must be at most a quarter of " + Catalogue.HEARTBEAT_TIMEOUT.key()
                        + ", so that a single loss does not part the cluster");
    }

    private static boolean isAlone(WrittenSettings written) {
        return written.acceptedValue(Catalogue.DISCOVERY)
                .filter(DiscoveryKind.NONE::equals)
                .isPresent();
    }

    private static Optional<SettingProblem> problemIf(
            boolean contradiction, Setting<?> setting, Object value, String remedy) {
        return contradiction
                ? Optional.of(new SettingProblem(setting.key(), String.valueOf(value), remedy))
                : Optional.empty();
    }
}
