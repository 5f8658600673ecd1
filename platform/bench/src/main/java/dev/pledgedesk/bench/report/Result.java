package dev.pledgedesk.bench.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One figure of results.json.
 *
 * @param id         {@code <capability>.<what>}, such as {@code ticket.create.cpu}
 * @param value      the figure
 * @param unit       its unit
 * @param control    the figure of the control in the same run and unit, null if nothing can be put beside it
 * @param ratio      value by control, null without a control
 * @param aim        what it should be, null if it is only told
 * @param holds      whether it is, null without an aim or where the conditions are not those of the aim
 * @param conditions under which it was measured, for a reader
 */
@JsonPropertyOrder({"id", "value", "unit", "control", "ratio", "aim", "holds", "conditions"})
public record Result(String id, double value, String unit, Double control, Double ratio, String aim, Boolean holds, String conditions) {
}
