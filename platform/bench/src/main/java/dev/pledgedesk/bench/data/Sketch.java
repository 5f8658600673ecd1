package dev.pledgedesk.bench.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Everything about one generated ticket; number i of a tenant is the same in every run and at every size.
 *
 * @param customer number of the customer who asks
 * @param assignee number of the member of staff who has it, -1 for nobody
 */
public record Sketch(UUID id, String number, String type, String category, String status, String statusCategory, String priority, String subject, String fields,
                     String tags, int customer, int assignee, String team, String department, Instant created, Instant updated, List<Said> said) {

    /** One message. */
    public record Said(UUID id, boolean internal, boolean byCustomer, String body, Instant at) {
    }

    private static final long FIRST_DAY = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final long SPAN_MILLIS = 730L * 24 * 3600 * 1000;
    private static final long HOUR_MILLIS = 3600_000;
    private static final int CUSTOMER_SALT = 77;
    private static final int KEY_SALT = 78;
    private static final String[][] STATUSES = {{"new", "new"}, {"open", "open"}, {"open", "open"}, {"pending", "pending"}, {"with-technical", "on-hold"}};
    private static final String[][] TYPES = {{"question", "online", "service"}, {"fault-report", "repair", "technical"}, {"fault-report", "repair", "technical"},
        {"request", "hotline", "service"}};
    private static final String[] CATEGORIES = {"use", "fault", "fees", "visit", "parts"};
    private static final String[] PRIORITIES = {"low", "normal", "normal", "normal", "high", "urgent"};

    /** The id of ticket {@code index} of tenant {@code tenant}, both from 0. */
    public static UUID id(int tenant, int index) {
        return of(tenant, index).id();
    }

    /** The id of a customer. */
    public static UUID customerId(int tenant, int number) {
        return version7(FIRST_DAY, random(tenant, number, CUSTOMER_SALT));
    }

    /** The tickets of a tenant from a number up to, not including, another, in the order of their creation. */
    static int[] byCreation(int tenant, int from, int to) {
        return IntStream.range(from, to).boxed().sorted(Comparator.comparingDouble(index -> age(random(tenant, index, 0)))).mapToInt(Integer::intValue).toArray();
    }

    /** When it was filed, from 0, the first day, to 1, the last; the first number that is drawn for a ticket. */
    private static double age(SplittableRandom random) {
        return random.nextDouble();
    }

    /** A customer's key: the same in every run, like all that is invented here. */
    static byte[] customerKey(int tenant, int number) {
        byte[] key = new byte[32];
        random(tenant, number, KEY_SALT).nextBytes(key);
        return key;
    }

    /** The ticket. */
    public static Sketch of(int tenant, int index) {
        SplittableRandom random = random(tenant, index, 0);
        double age = age(random);
        Instant created = Instant.ofEpochMilli(FIRST_DAY + (long) (age * SPAN_MILLIS));
        UUID id = version7(created.toEpochMilli(), random);
        boolean chinese = random.nextInt(5) < 3;
        String[] type = TYPES[random.nextInt(TYPES.length)];
        // What is not done is young, as in real life: more than half of the last month's tickets, one in a hundred of the others.
        boolean undone = random.nextInt(100) < (age > 0.96 ? 60 : 1);
        String[] status = undone ? STATUSES[random.nextInt(STATUSES.length)] : random.nextInt(6) == 0 ? new String[] {"solved", "solved"} : new String[] {"closed", "closed"};
        int assignee = status[0].equals("new") ? -1 : random.nextInt(DeskPeople.AGENTS);
        String subject = Words.subject(chinese, random);
        var said = new ArrayList<Said>();
        Instant at = created;
        int messages = status[0].equals("new") ? 1 : 1 + random.nextInt(1 + random.nextInt(5));
        for (int i = 0; i < messages; i++) {
            boolean byCustomer = i % 2 == 0;
            said.add(new Said(version7(at.toEpochMilli(), random), !byCustomer && random.nextInt(3) == 0, byCustomer,
                byCustomer ? Words.question(chinese, i == 0 ? subject : chinese ? "补充一下" : "One more thing", random) : Words.reply(chinese, random), at));
            at = at.plusMillis(1 + random.nextLong(30 * HOUR_MILLIS));
        }
        return new Sketch(id, "OLD-" + tenant + "-" + index, type[0], CATEGORIES[random.nextInt(CATEGORIES.length)], status[0], status[1],
            PRIORITIES[random.nextInt(PRIORITIES.length)], subject, fields(type[0], random), random.nextInt(5) == 0 ? "[\"vip\"]" : "[]",
            random.nextInt(index / 4 + 1), assignee, type[1], type[2], created, at, said);
    }

    private static String fields(String type, SplittableRandom random) {
        return switch (type) {
            case "question" -> "{\"model\":\"HW-" + random.nextInt(900) + "\"}";
            case "fault-report" -> "{\"model\":\"AC-" + random.nextInt(900) + "\",\"faultCode\":\"E" + (10 + random.nextInt(89))
                + "\",\"frequency\":\"always\",\"address\":\"" + Words.rareZh(random) + "路" + random.nextInt(400) + "号\"}";
            default -> "{\"orderNumber\":\"" + (10_000_000 + random.nextInt(89_999_999)) + "\"}";
        };
    }

    private static SplittableRandom random(int tenant, int index, int salt) {
        return new SplittableRandom(((long) tenant << 40) + ((long) salt << 32) + index);
    }

    /** An id as the application makes them: time first. */
    static UUID version7(long millis, SplittableRandom random) {
        long high = millis << 16 | 0x7000 | random.nextInt(1 << 12);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
