package broken.eventing;

import jakarta.enterprise.event.Event;

/** Tells something that can change. */
public class ClassyTeller {

    Event<StringBuilder> teller;
}
