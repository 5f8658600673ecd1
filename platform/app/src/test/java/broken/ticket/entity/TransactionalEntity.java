package broken.ticket.entity;

import jakarta.transaction.Transactional;

/** Opens transactions where there should be rows. */
public class TransactionalEntity {

    @Transactional
    void write() {
        throw new UnsupportedOperationException();
    }
}
