package dev.pledgedesk.sdktest;

import dev.pledgedesk.sdk.Mail;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server in memory: takes whatever is sent, and has one mailbox. */
final class TestMail implements Mail {

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final List<Received> mails = new CopyOnWriteArrayList<>();

    void put(Received... more) {
        mails.addAll(List.of(more));
    }

    List<Letter> letters() {
        return List.copyOf(letters);
    }

    @Override
    public void send(Account account, Letter letter) {
        letters.add(letter);
    }

    @Override
    public Look look(Account account, String folder, String cursor, int most) {
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(mails.size(), from + most);
        return new Look(mails.subList(from, to), Integer.toString(to));
    }

    @Override
    public void check(Account account) {
        // Anybody is let in.
    }
}
