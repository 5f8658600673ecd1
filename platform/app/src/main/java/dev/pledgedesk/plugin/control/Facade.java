package dev.pledgedesk.plugin.control;

import dev.pledgedesk.sdk.DeskPlugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Puts an object of the application behind an interface that a plugin gets, by a class that the SDK's loader defines: its own would lead the plugin to the application. */
final class Facade {

    private Facade() {
    }

    /**
     * Such a face.
     *
     * @param before done before each call; what it throws is what the plugin gets
     */
    static <T> T of(Class<T> face, T behind, Runnable before) {
        return face.cast(Proxy.newProxyInstance(DeskPlugin.class.getClassLoader(), new Class<?>[] {face}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> face.getSimpleName();
                };
            }
            before.run();
            try {
                return method.invoke(behind, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
