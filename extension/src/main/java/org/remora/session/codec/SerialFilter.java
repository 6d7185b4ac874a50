package org.remora.session.codec;

import java.io.ObjectInputFilter;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/**
 * Decides which classes may be deserialized (JEP 290).
 *
 * <p>Classes of the application and of the server yes, but for those known as entrances of attacks; of the JDK's own
 * only those that hold values; depth within a bound, and arrays not larger than the bytes that are there for them. A
 * pattern from the settings decides first.
 *
 * <p>{@code java.net.URL} is refused: as the key of a map it asks the network for its host when it is read. The pattern
 * {@code java.net.URL} allows it.
 */
final class SerialFilter implements ObjectInputFilter {

    // A table of a map may be larger than what is in it, which takes a byte at least.
    private static final int ARRAY_PER_BYTE = 16;
    private static final int SMALL_ARRAY = 1_024;

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
            "com.alibaba.fastjson.",
            "com.atomikos.icatch.",
            "com.caucho.",
            "com.fasterxml.jackson.databind.node.POJONode",
            "com.mchange.",
            "com.rometools.",
            "com.sun.syndication.",
            "com.vaadin.data.util.",
            "groovy.",
            "javassist.",
            "net.sf.json.",
            "org.aspectj.weaver.",
            "org.apache.bcel.",
            "org.apache.click.",
            "org.apache.commons.beanutils.",
            "org.apache.commons.collections.functors.",
            "org.apache.commons.collections4.functors.",
            "org.apache.commons.fileupload.",
            "org.apache.myfaces.el.",
            "org.apache.wicket.util.upload.",
            "org.apache.xalan.",
            "org.apache.xbean.naming.",
            "org.codehaus.groovy.",
            "org.hibernate.engine.spi.TypedValue",
            "org.hibernate.tuple.component.",
            "org.jboss.interceptor.",
            "org.mozilla.javascript.",
            "org.python.core.",
            "org.springframework.aop.",
            "org.springframework.beans.factory.",
            "org.springframework.core.SerializableTypeWrapper",
            "org.springframework.transaction.jta.",
            "scala.sys.process.");

    private final Optional<ObjectInputFilter> first;

    private final ClassValue<Boolean> accepted = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return checkInput(new ClassOnly(type)) != Status.REJECTED;
        }
    };

    /** Whether objects of a class could be read back. */
    boolean accepts(Class<?> type) {
        return accepted.get(type);
    }

    /** The filter for a value of so many bytes, which bound what its arrays can be. */
    ObjectInputFilter forBytes(int bytes) {
        long largest = (long) bytes * ARRAY_PER_BYTE + SMALL_ARRAY;
        return info -> info.arrayLength() > largest ? Status.REJECTED : checkInput(info);
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
        if (info.depth() > NestingDepth.MAX_READ) {
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
