package broken.ticket.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** Belongs to nobody. */
@Entity
public class Ownerless {

    @Id
    UUID id;
}
