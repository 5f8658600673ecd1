package broken.eventing;

/** An event that can change. */
public class ClassyEvent implements DeskEvent {
}
