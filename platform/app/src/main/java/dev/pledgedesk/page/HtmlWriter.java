package dev.pledgedesk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;

/** Renders pages with the templates that the build has compiled; every value is escaped for the place it stands in. */
@Provider
public class HtmlWriter implements MessageBodyWriter<HtmlPage> {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlWriter.class.getClassLoader(), "gg.jte.generated.precompiled");

    @Inject
    Site site;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == HtmlPage.class;
    }

    @Override
    public void writeTo(HtmlPage page, Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType, MultivaluedMap<String, Object> headers,
            OutputStream out) throws IOException {
        headers.putSingle("Content-Type", "text/html;charset=UTF-8");
        Map<String, Object> model = new HashMap<>(page.model());
        model.put("site", site);
        Utf8ByteOutput html = new Utf8ByteOutput();
        ENGINE.render(page.template(), model, html);
        html.writeTo(out);
    }
}
