package broken.ticket.control;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Goes past the repositories. */
public class ControlWithEntityManager {

    List<?> read(EntityManager entities) {
        return entities.createNativeQuery("select 1").getResultList();
    }
}
