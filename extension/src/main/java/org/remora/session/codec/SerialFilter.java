package org.remora.session.codec;

import java.io.ObjectInputFilter;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/**
 * Decides which classes may be deserialized (JEP 290).
 *
 * <p>Classes of the application and of the server yes, but for those known as entrances of attacks; of the JDK's own
 * only those that hold values; arrays, depth and number of references within bounds. A pattern from the settings
 * decides first.
 */
final class SerialFilter implements ObjectInputFilter {

    private static final int MAX_DEPTH = 200;
    private static final long MAX_REFERENCES = 1_000_000;
    private static final long MAX_ARRAY = 10_000_000;

    private static final List<String> JDK_VALUES = List.of(
            "java.lang.",
            "java.util.",
            "java.time.",
            "java.math.",
            "java.text.",
            "java.sql.",
            "java.beans.PropertyChange",
            "java.beans.VetoableChange",
            "java.io.",
            "com.sun.org.apache.xerces.internal.jaxp.datatype.",
            "sun.util.calendar.",
            "java.net.URI",
            "java.net.URL",
            "java.net.Inet",
            "java.security.Key",
            "java.security.Principal",
            "javax.crypto.spec.SecretKeySpec",
            "javax.security.auth.Subject",
            "javax.security.auth.x500.",
            "javax.xml.datatype.",
            "javax.xml.namespace.");

    // Entrances and gadgets that public tools for attacks on deserialization use.
    private static final List<String> REFUSED = List.of(
            "java.lang.reflect.",
            "java.util.logging.",
            "java.util.prefs.",
            "bsh.",
            "clojure.",
            "com.caucho.",
            "com.mchange.",
            "com.rometools.",
            "com.vaadin.data.util.",
            "groovy.",
            "net.sf.json.",
            "org.aspectj.weaver.",
            "org.apache.commons.beanutils.",
            "org.apache.commons.collections.functors.",
            "org.apache.commons.collections4.functors.",
            "org.apache.commons.fileupload.",
            "org.apache.myfaces.el.",
            "org.apache.wicket.util.upload.",
            "org.apache.xalan.",
            "org.codehaus.groovy.",
            "org.hibernate.engine.spi.TypedValue",
            "org.hibernate.tuple.component.",
            "org.mozilla.javascript.",
            "org.python.core.",
            "org.springframework.aop.",
            "org.springframework.beans.factory.",
            "org.springframework.core.SerializableTypeWrapper",
            "org.springframework.transaction.jta.");

    private final Optional<ObjectInputFilter> first;

    /** Whether objects of a class could be read back. */
    boolean accepts(Class<?> type) {
        return checkInput(new ClassOnly(type)) != Status.REJECTED;
    }

    private record ClassOnly(Class<?> serialClass) implements FilterInfo {

        @Override
        public long arrayLength() {
            return -1;
        }

        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }

        @Override
        public long streamBytes() {
            return 1;
        }
    }

    SerialFilter(Optional<String> pattern) {
        this.first = pattern.map(Config::createFilter);
    }

    @Override
    public Status checkInput(FilterInfo info) {
        Status decided = first.map(filter -> filter.checkInput(info)).orElse(Status.UNDECIDED);
        return decided == Status.UNDECIDED ? builtIn(info) : decided;
    }

    private static Status builtIn(FilterInfo info) {
        if (info.depth() > MAX_DEPTH || info.references() > MAX_REFERENCES || info.arrayLength() > MAX_ARRAY) {
            return Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return Status.UNDECIDED;
        }
        return isAllowed(elementType(type)) ? Status.ALLOWED : Status.REJECTED;
    }

    private static boolean isAllowed(Class<?> type) {
        // The superclass of all proxies says nothing; their interfaces and handlers are asked for, too.
        if (type.isPrimitive() || type == Proxy.class) {
            return true;
        }
        String name = type.getName();
        if (REFUSED.stream().anyMatch(name::startsWith)) {
            return false;
        }
        return !isOfJdk(type) || JDK_VALUES.stream().anyMatch(name::startsWith);
    }

    private static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    private static Class<?> elementType(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }
}
