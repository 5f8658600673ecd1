package dev.pledgedesk.page;

import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** The vendor's colour as a stylesheet, made dark or light enough for text of WCAG 2.2 AA in both themes. */
@RequestScoped
@Path("/brand")
public class Brand {

    /** Against white; the page's own background is a little darker and must still give 4.5. */
    private static final double CONTRAST = 5.0;

    @Inject
    Tenants tenants;

    /** The stylesheet of a configuration version. */
    @GET
    @Public
    @Path("/{version}/brand.css")
    public Response css(@PathParam("version") int version) {
        int[] rgb = rgb(tenants.config().tenant().branding().color());
        String light = hex(adjust(rgb, 0, 1.0));
        String dark = hex(adjust(rgb, 255, luminance(new int[] {24, 28, 34})));
        String css = ":root{--brand:" + light + ";--brand-rgb:" + list(adjust(rgb, 0, 1.0)) + ";--brand-ink:#fff}"
                + "@media (prefers-color-scheme:dark){:root{--brand:" + dark + ";--brand-rgb:" + list(adjust(rgb, 255, luminance(new int[] {24, 28, 34})))
                + ";--brand-ink:#10141a}}";
        return Response.ok(css).header("Content-Type", "text/css;charset=UTF-8").header("Cache-Control", "public, max-age=31536000, immutable").build();
    }

    /** Mixes the colour towards black (0) or white (255) until it stands out from a background of that luminance. */
    private static int[] adjust(int[] rgb, int towards, double background) {
        for (int step = 0; step <= 20; step++) {
            int[] mixed = new int[3];
            for (int i = 0; i < 3; i++) {
                mixed[i] = rgb[i] + (towards - rgb[i]) * step / 20;
            }
            double own = luminance(mixed);
            if ((Math.max(own, background) + 0.05) / (Math.min(own, background) + 0.05) >= CONTRAST) {
                return mixed;
            }
        }
        return new int[] {towards, towards, towards};
    }

    private static double luminance(int[] rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = rgb[i] / 255.0;
            linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static int[] rgb(String hex) {
        return new int[] {Integer.parseInt(hex.substring(1, 3), 16), Integer.parseInt(hex.substring(3, 5), 16), Integer.parseInt(hex.substring(5, 7), 16)};
    }

    private static String hex(int[] rgb) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
    }

    private static String list(int[] rgb) {
        return rgb[0] + "," + rgb[1] + "," + rgb[2];
    }
}
