"""Themes: the site's own terms with their numbers where labelled, else the vocabulary where a page says its subject."""

from __future__ import annotations

from extract.document import Block, Document, Link
from extract.knowledge import Knowledge, ThemeTerm
from extract.records import ThemeReading
from extract.themes import find_themes
from tests.extract.places.pages import page
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
BASE = "https://www.irev.fr/taxonomy/term/"


def with_links(words: list[tuple[str, str]]) -> Document:
    """A page whose field `Thématiques` holds these words, each with its link."""
    value = " ".join(text for text, _ in words)
    links, position = [], 0
    for text, url in words:
        links.append(Link(url, url, text, position, position + len(text)))
        position += len(text) + 1
    return Document("html", value, (Block("field", 0, len(value), label="Thématiques"),), links=tuple(links))


def ids(document: Document) -> list[str]:
    return [theme.theme_id for theme in find_themes(document, KNOWLEDGE)]


def test_labelled_terms_carry_their_numbers() -> None:
    words = [("Discrimination", BASE + "3680"), ("Lutte contre les discriminations", BASE + "3689")]
    document = with_links(words)
    first, second = find_themes(document, KNOWLEDGE)
    assert (first.theme_id, first.site_term, first.origin) == ("discriminations", 3680, "label")
    assert (second.theme_id, second.site_term) == ("lutte-contre-les-discriminations", 3689)
    assert document.text[second.where.start : second.where.end] == "Lutte contre les discriminations"


def test_the_number_of_a_term_decides_before_its_words() -> None:
    (theme,) = find_themes(with_links([("Égalité de traitement", BASE + "3689")]), KNOWLEDGE)
    assert theme.theme_id == "lutte-contre-les-discriminations"


def test_a_known_name_with_another_number_is_another_term() -> None:
    (theme,) = find_themes(with_links([("Discrimination", BASE + "77")]), KNOWLEDGE)
    assert (theme.theme_id, theme.site_term, theme.label) == ("term:77", 77, "Discrimination")


def test_terms_without_links_are_split_and_unknown_ones_keep_their_name() -> None:
    document = page(("field", "Santé, Éducation ; Médiation animale", "Thématiques"))
    themes = find_themes(document, KNOWLEDGE)
    assert [t.theme_id for t in themes] == ["sante", "education", "site:mediation-animale"]
    assert themes[2].label == "Médiation animale"
    assert all(t.site_term is None for t in themes)


def test_the_number_is_kept_where_the_vocabulary_does_not_know_it() -> None:
    (theme,) = find_themes(with_links([("Santé", BASE + "12")]), KNOWLEDGE)
    assert (theme.theme_id, theme.site_term) == ("sante", 12)


def test_footnote_marks_of_print_exports_are_no_words() -> None:
    document = page(("field", "Laïcité [4]", "Thématiques"))
    (theme,) = find_themes(document, KNOWLEDGE)
    assert (theme.theme_id, theme.text) == ("laicite", "Laïcité")


def test_a_label_silences_the_text() -> None:
    document = page(("title", "Laïcité et sport"), ("field", "Santé", "Thématiques"))
    assert ids(document) == ["sante"]


def test_words_of_the_vocabulary_in_the_title() -> None:
    document = page(("title", "Retour sur la journée sport et laïcité"), "Rien de plus.")
    themes = find_themes(document, KNOWLEDGE)
    assert [(t.theme_id, t.origin, t.text, t.rule) for t in themes] == [
        ("sport", "text", "sport", "title"),
        ("laicite", "text", "laïcité", "title"),
    ]


def test_everyday_words_count_in_titles_only() -> None:
    assert ids(page("Les jeunes font du sport avec leur école, la culture et l'emploi.")) == []
    assert ids(page("Les cités éducatives et les conseils citoyens.")) == ["cites-educatives", "participation"]


def test_the_longest_form_wins() -> None:
    found = find_themes(page("La lutte contre les discriminations et le renouvellement urbain."), KNOWLEDGE)
    assert [t.text for t in found] == ["lutte contre les discriminations", "renouvellement urbain"]


def test_acronyms_must_be_written_in_capitals() -> None:
    assert ids(page(("title", "Le pré et la gusp"))) == []
    assert ids(page(("title", "PRE et GUSP"))) == ["education", "gusp"]


def test_only_the_first_paragraphs_tell_the_subject() -> None:
    filler = ["Une phrase sans sujet."] * 8
    assert ids(page(*filler, "La laïcité est citée tout en bas.")) == []
    assert ids(page("La laïcité est citée tout en haut.", *filler)) == ["laicite"]


def test_furniture_and_foreign_fields_are_not_read() -> None:
    document = page(
        ("furniture", "Laïcité"), ("field", "Laïcité", "Territoires"), ("furniture", "Santé", "Thématiques")
    )
    assert ids(document) == []


def test_every_theme_stands_once_and_points_to_its_words() -> None:
    document = page(("title", "Laïcité"), "La laïcité et le principe de laïcité.")
    (theme,) = find_themes(document, KNOWLEDGE)
    assert isinstance(theme, ThemeReading)
    assert document.text[theme.where.start : theme.where.end] == theme.text == "Laïcité"


def test_no_vocabulary_gives_no_themes_in_text_but_still_those_labelled() -> None:
    empty = Knowledge()
    assert find_themes(page(("title", "Laïcité")), empty) == ()
    assert [t.theme_id for t in find_themes(page(("field", "Laïcité", "Thème")), empty)] == ["site:laicite"]


def test_another_knowledge_is_not_answered_with_the_last_one() -> None:
    other = Knowledge(themes=(ThemeTerm("x", "Jardin", ("jardin",)),))
    document = page(("title", "Laïcité au jardin"))
    assert [t.theme_id for t in find_themes(document, KNOWLEDGE)] == ["laicite"]
    assert [t.theme_id for t in find_themes(document, other)] == ["x"]
