package dev.pledgedesk.roster;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.LocalDate;

/**
 * Fewer people than are needed.
 *
 * @param needed  how many
 * @param planned how many there are
 */
public record GapView(LocalDate day, String shift, LocalizedText shiftName, String post, LocalizedText postName, int needed, int planned) {
}
