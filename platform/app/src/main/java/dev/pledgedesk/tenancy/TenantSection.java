package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/** Who the vendor is: {@code tenant.yaml}. */
public record TenantSection(
        @NotNull @Pattern(regexp = "^[a-z][a-z0-9-]{1,38}[a-z0-9]$") @JsonPropertyDescription("Key of the tenant, the same as its folder. Never changes.") String key,
        @NotNull @JsonPropertyDescription("Name of the vendor, by language.") LocalizedText name,
        @JsonPropertyDescription("One line under the name on the portal, by language.") LocalizedText tagline,
        @NotNull @Pattern(regexp = "^[A-Z]{2,6}$") @JsonPropertyDescription("What ticket numbers start with, such as ART in ART-2026-000123.") String numberPrefix,
        @NotNull @NotEmpty @JsonPropertyDescription("Languages of the portal as language tags; the first is used when nothing else fits.") List<@Pattern(regexp = "^(zh-CN|en)$") String> locales,
        @NotNull @JsonPropertyDescription("Time zone of the tenant, such as Asia/Shanghai.") String zone,
        @Pattern(regexp = "^[A-Z]{2}$") @JsonPropertyDescription("Country whose phone numbers people write without a country code, such as CN; that of the first language unless said otherwise. Where there is none, numbers begin with + and the code.") String country,
        @NotNull @NotEmpty @JsonPropertyDescription("Host names of the portal and consoles, lower case, without port.") List<@Pattern(regexp = "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$") String> hosts,
        @NotNull Branding branding,
        @NotNull Contact contact) {

    /** Country of phone numbers without a country code; null where there is none. */
    @JsonIgnore
    public String phoneRegion() {
        String ofLanguage = Locale.forLanguageTag(locales.get(0)).getCountry();
        return country != null ? country : ofLanguage.isEmpty() ? null : ofLanguage;
    }

    /** How the portal looks. */
    public record Branding(
            @NotNull @Pattern(regexp = "^#[0-9a-fA-F]{6}$") @JsonPropertyDescription("Colour of buttons and links; darkened by the platform where contrast asks for it.") String color,
            @NotNull @Size(min = 1, max = 2) @JsonPropertyDescription("One or two letters shown as the logo.") String monogram) {
    }

    /** Where the vendor itself can be reached. */
    public record Contact(
            @JsonPropertyDescription("Mail address that answers to customers come from.") @Pattern(regexp = "^[^@\\s]+@[^@\\s]+$") String email,
            @JsonPropertyDescription("Service telephone.") String phone,
            @JsonPropertyDescription("Telephone for complaints.") String complaintPhone) {
    }
}
