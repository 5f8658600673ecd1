package dev.pledgedesk.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Lends one connection again and again to somebody who thinks that each is his own: what he commits stays part of the lender's transaction. */
final class OneTransaction {

    private static final Set<String> LENDERS_OWN = Set.of("commit", "close", "setAutoCommit");

    private OneTransaction() {
    }

    /** A source of the one connection; who rolls back learns that only the lender can. */
    static DataSource of(Connection transaction) {
        Connection lent = (Connection) proxy(Connection.class, (proxy, method, arguments) -> {
            if (LENDERS_OWN.contains(method.getName())) {
                return null;
            }
            if (method.getName().equals("rollback")) {
                throw new SQLException("the work is a part of a larger one, which is given up as a whole");
            }
            return call(transaction, method, arguments);
        });
        return (DataSource) proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return lent;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Object proxy(Class<?> type, java.lang.reflect.InvocationHandler handler) {
        return Proxy.newProxyInstance(OneTransaction.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
