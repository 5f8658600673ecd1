package dev.pledgedesk.plugins.art;

import dev.pledgedesk.plugins.art.Register.Artwork;
import dev.pledgedesk.sdk.FieldKind;
import dev.pledgedesk.sdk.Text;
import java.util.List;
import java.util.Locale;

/** A field for the title of an artwork: those of the register are offered, by title, artist or certificate; others are taken, since not every work is in it. */
final class ArtworkField implements FieldKind {

    private static final int MOST = 20;

    private final Register register;

    ArtworkField(Register register) {
        this.register = register;
    }

    @Override
    public List<Option> options(Typed typed) {
        String wanted = plain(typed.text());
        return register.artworks().stream().filter(a -> plain(a.title()).contains(wanted) || plain(a.artist()).contains(wanted) || a.certificate() != null && plain(a.certificate()).contains(wanted)).limit(MOST)
                .map(a -> new Option(a.title(), label(a))).toList();
    }

    private static Text label(Artwork artwork) {
        return Text.same(artwork.certificate() == null ? artwork.artist() : artwork.artist() + " · " + artwork.certificate());
    }

    @Override
    public Verdict check(Question question) {
        // The title as the register writes it, so that the same work is called the same.
        return register.artworks().stream().map(Artwork::title).filter(t -> plain(t).equals(plain(question.value())) && !t.equals(question.value())).findFirst().<Verdict>map(Corrected::new).orElseGet(Accepted::new);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
