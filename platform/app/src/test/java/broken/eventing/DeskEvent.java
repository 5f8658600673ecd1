package broken.eventing;

/** The interface that events share. */
public interface DeskEvent {
}
