/**
 * What the pages of portal and console share: who looks at which site ({@link dev.pledgedesk.page.Site}), rendering ({@link dev.pledgedesk.page.HtmlPage}),
 * the cookie that keeps a visitor signed in, the token against forged forms, static files. Knows no page.
 */
package dev.pledgedesk.page;
