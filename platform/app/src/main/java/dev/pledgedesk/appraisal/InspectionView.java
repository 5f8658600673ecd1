package dev.pledgedesk.appraisal;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ticket of somebody is looked at; all below {@code firstId} is null until it is done. The marks of a first one are told to who is to do the second only when he has. */
public record InspectionView(UUID id, UUID sampleId, String form, LocalizedText formName, List<Item> items, UUID ticketId, UUID staffId, UUID firstId, UUID inspectorId, Map<String, Integer> marks, BigDecimal score,
        boolean failed, String words, Instant at, BigDecimal otherScore) {
}
