package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.sdk.Setting;
import java.util.List;

/**
 * What the panel of a device goes by: the same tables as the others.
 *
 * @param field     key of the field with the serial number
 * @param form      of a serial number, as there
 * @param codeField key of the field with the fault code
 */
public record Device(
        @Setting(en = "Field with the serial number", zhCn = "机身编号字段", preset = "serialNumber") String field,
        @Setting(en = "Form of a serial number, with the groups model, year and perhaps month", zhCn = "机身编号格式，含分组 model、year，可含 month", preset = Models.USUAL) String form,
        @Setting(en = "Field with the fault code", zhCn = "故障代码字段", preset = "faultCode") String codeField,
        @Setting(en = "Models", zhCn = "型号", max = 500) List<Models.Model> models,
        @Setting(en = "Codes", zhCn = "故障代码", max = 1000) List<FaultCodes.Code> codes) {
}
