package dev.pledgedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.kernel.Self;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract and the code say the same of who may call what. */
class ContractTest {

    @Test
    void everyOperationAsksForThePermissionThatItsContractNames() {
        Map<String, String> promised = new TreeMap<>();
        Contract contract = new Contract();
        contract.read();
        contract.reference().values().stream().flatMap(List::stream).forEach(o -> promised.put(o.id(), o.permission()));
        assertThat(promised).hasSizeGreaterThan(30);
        assertThat(asked()).isEqualTo(promised);
    }

    @Test
    void theSuccessOfAnOperationIsRead() {
        Contract contract = new Contract();
        contract.read();
        assertThat(contract.successOf("createTicket")).isEqualTo(201);
        assertThat(contract.successOf("getTicket")).isEqualTo(200);
        assertThat(contract.successOf("noSuchOperation")).isEqualTo(200);
    }

    /** What each implemented operation asks for; an operation that is implemented twice would be in both. */
    private static Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        for (Class<?> resource : new ApiApplication().getClasses()) {
            for (Class<?> api : resource.getInterfaces()) {
                Stream.of(api.getMethods()).filter(m -> Arrays.stream(m.getAnnotations()).anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
                        .forEach(m -> assertThat(asked.put(m.getName(), permission(implementation(resource, m)))).as(m.getName()).isNull());
            }
        }
        return new TreeMap<>(asked);
    }

    private static Method implementation(Class<?> resource, Method operation) {
        try {
            return resource.getMethod(operation.getName(), operation.getParameterTypes());
        } catch (NoSuchMethodException missing) {
            throw new AssertionError(missing);
        }
    }

    private static String permission(Method method) {
        if (method.isAnnotationPresent(Public.class)) {
            return "public";
        }
        if (method.isAnnotationPresent(Self.class)) {
            return "self";
        }
        return method.getAnnotation(Allowed.class).value().key();
    }
}
