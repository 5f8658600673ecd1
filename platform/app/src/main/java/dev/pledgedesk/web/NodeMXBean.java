package dev.pledgedesk.web;

/** How whoever runs this node tells it to stop and sees when it has finished. */
public interface NodeMXBean {

    /** Not ready until {@link #takeWork}, because something is still to be done to the server; requests are served. */
    void holdBack();

    /** Nothing is left to be done. */
    void takeWork();

    /** From now on: not ready, no new background work, streams are ended; requests are still served. */
    void stopTakingWork();

    /** Requests and pieces of background work under way. */
    int getRunning();
}
