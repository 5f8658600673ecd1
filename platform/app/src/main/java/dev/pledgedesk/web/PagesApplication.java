package dev.pledgedesk.web;

import dev.pledgedesk.page.Assets;
import dev.pledgedesk.page.Brand;
import dev.pledgedesk.page.HtmlWriter;
import dev.pledgedesk.page.LanguageChoice;
import dev.pledgedesk.page.PageFilter;
import dev.pledgedesk.page.PageResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** The pages of portal, console and operator. */
@ApplicationScoped
@ApplicationPath("/")
public class PagesApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(Set.of(RequestFilter.class, AvailabilityFilter.class, OperationFilter.class, TenantFilter.class, PageFilter.class,
                LimitFilter.class, PermissionFilter.class, PageErrors.class, PageErrors.Transactions.class,
                HtmlWriter.class, Assets.class, Brand.class, LanguageChoice.class, ApiDocuments.class));
        // Pages announce themselves, so that a new one need not be listed here.
        var pages = CDI.current().getBeanManager().getBeans(PageResource.class);
        pages.forEach(bean -> classes.add(bean.getBeanClass()));
        return classes;
    }
}
