"""What is one event and what is two: the rules of merging, each with a case for and a case against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records import EventReading
from tests.warehouse.factory import Told, attachment, document, event, page, related, session, theme, venue
from warehouse.rows import Rows

LILLE, LENS, BETHUNE, DOUAI = venue("Lille"), venue("Lens"), venue("Béthune"), venue("Douai")
ONLINE = venue(None, mode="online")
TITLE = "Mesure territoriale des discriminations"


def ids(rows: Rows) -> list[str]:
    return [row.event_id for row in rows.events]


def rules(rows: Rows) -> set[str]:
    return {row.rule for row in rows.event_links if row.cycle_id is None}


def test_announcement_and_report_with_one_title_and_day_are_one_event() -> None:
    told = page(10, event(TITLE, session("2022-03-24", LILLE)))
    report = page(20, event(f"Retour sur le webinaire « {TITLE} »", session("2022-03-24"), relation="reports"))
    rows = related(told, report)
    assert ids(rows) == ["event-10"]
    assert rows.events[0].title == TITLE
    assert rows.events[0].status == "reported"
    assert [(s.page_id, s.relation) for s in rows.event_sources] == [("node:10", "announces"), ("node:20", "reports")]
    assert rules(rows) == {"same_title_same_day"}


def test_near_titles_on_one_day_are_one_event_and_the_link_says_why() -> None:
    one = page(10, event("Favoriser l'égalité femmes-hommes dans les équipements sportifs", session("2023-05-12")))
    two = page(11, event("L'égalité femmes-hommes dans les équipements sportifs", session("2023-05-12")))
    rows = related(one, two)
    assert ids(rows) == ["event-10"]
    link = next(row for row in rows.event_links if row.cycle_id is None)
    assert (link.left_telling, link.right_telling) == ("node:10#0", "node:11#0")
    assert "one known day" in link.why
    assert link.score >= 88


def test_one_title_on_two_days_is_two_events() -> None:
    rows = related(page(10, event(TITLE, session("2022-03-24"))), page(11, event(TITLE, session("2023-03-24"))))
    assert ids(rows) == ["event-10", "event-11"]
    assert rows.open_readings == []


def test_homonyms_with_other_days_and_places_stay_apart() -> None:
    title = "Santé mentale et politique de la ville"
    amiens = page(10, event(title, session("2017-11-15", venue("Amiens", code="80021"))))
    strasbourg = page(
        None,
        event(title, session("2018-06-12", venue("Strasbourg", code=None))),
        url="https://orivalsace.example/sante",
    )
    rows = related(amiens, strasbourg)
    assert len(rows.events) == 2
    assert rules(rows) == set()


def test_one_title_on_one_day_in_two_towns_stays_apart_and_is_shown() -> None:
    rows = related(
        page(10, event(TITLE, session("2022-03-24", LILLE))), page(11, event(TITLE, session("2022-03-24", LENS)))
    )
    assert ids(rows) == ["event-10", "event-11"]
    assert [row.reason for row in rows.open_readings] == [
        "one known day, titles 100 of 100, but they meet in different towns"
    ]


def test_generic_titles_identify_nothing() -> None:
    rows = related(
        page(10, event("Webinaire", session("2022-03-24"))), page(11, event("Webinaire", session("2022-03-24")))
    )
    assert len(rows.events) == 2


def test_a_month_joins_the_day_that_it_holds_and_the_day_wins() -> None:
    vague = page(10, event(TITLE, session("2022-03-01", last="2022-03-31", precision="month")))
    exact = page(11, event(TITLE, session("2022-03-24", LILLE, ("09:00", "16:30"))))
    rows = related(vague, exact)
    assert ids(rows) == ["event-10"]
    assert [(s.day and s.day.isoformat(), s.starts_at, s.precision) for s in rows.sessions] == [
        ("2022-03-24", "09:00", "day")
    ]
    fields = {(row.field, row.words) for row in rows.evidence if row.table_name == "sessions"}
    assert ("period", "le 2022-03-01") in fields


def test_a_year_is_too_wide_to_join_anything() -> None:
    vague = page(10, event(TITLE, session("2022-01-01", last="2022-12-31", precision="year")))
    rows = related(vague, page(11, event(TITLE, session("2022-03-24"))))
    assert len(rows.events) == 2


def test_two_events_of_one_page_never_become_one() -> None:
    both = page(10, event(TITLE, session("2022-03-24")), event(TITLE, session("2022-03-24"), key="1"))
    other = page(11, event(TITLE, session("2022-03-24")))
    rows = related(both, other)
    assert ids(rows) == ["event-10", "event-10-1"]


def test_undated_report_joins_the_only_event_of_its_title_on_its_site() -> None:
    told = page(10, event(TITLE, session("2022-03-24")))
    report = page(20, event(TITLE, relation="reports"))
    rows = related(told, report)
    assert ids(rows) == ["event-10"]
    assert rules(rows) == {"same_title_undated"}


def test_undated_report_with_two_candidates_stays_apart_and_is_shown() -> None:
    editions = [page(10, event(TITLE, session("2022-03-24"))), page(11, event(TITLE, session("2023-03-24")))]
    rows = related(*editions, page(20, event(TITLE, relation="reports")))
    assert len(rows.events) == 3
    assert [row.rule for row in rows.open_readings] == ["ambiguous_title"]


def test_linked_pages_with_near_titles_are_one_event() -> None:
    told = page(10, event("Santé et habitat dégradé : agir ensemble", session("2022-03-24")))
    report = page(
        20,
        event("Agir ensemble pour la santé et l'habitat dégradé", relation="reports"),
        links=(told.sightings[0].url,),
    )
    assert rules(related(told, report)) == {"linked_page"}
    assert ids(related(told, report)) == ["event-10"]
    unlinked = replace(report, reading=replace(report.reading, links=()))
    assert len(related(told, unlinked).events) == 2


class TestAttachments:
    def test_dated_brochure_belongs_to_the_event_of_its_page(self) -> None:
        brochure = document(
            "plaquette.pdf", event("Programme de la journée", session("2022-03-24", LILLE, ("9:00", None)))
        )
        told = page(10, event(TITLE, session("2022-03-24")), attachments=(attachment("plaquette.pdf"),))
        rows = related(told, brochure)
        assert ids(rows) == ["event-10"]
        assert rules(rows) == {"attachment"}
        assert rows.sessions[0].starts_at == "9:00"
        assert {row.document_id for row in rows.event_sources} == {None, brochure.key[1]}

    def test_undated_registration_form_belongs_to_the_only_event_of_its_page(self) -> None:
        form = document("bulletin.pdf", event("Bulletin d'inscription"))
        files = (attachment("bulletin.pdf", "registration_form"),)
        assert ids(related(page(10, event(TITLE, session("2022-03-24")), attachments=files), form)) == ["event-10"]

    def test_document_with_other_days_is_another_event(self) -> None:
        other = document("autre.pdf", event("Programme annuel", session("2023-01-10")))
        told = page(10, event(TITLE, session("2022-03-24")), attachments=(attachment("autre.pdf"),))
        assert len(related(told, other).events) == 2

    def test_document_that_no_page_links_stands_alone(self) -> None:
        brochure = document("plaquette.pdf", event("Programme de la journée", session("2022-03-24")))
        assert len(related(page(10, event(TITLE, session("2022-03-24"))), brochure).events) == 2

    def test_each_brochure_goes_to_its_own_event_of_the_page(self) -> None:
        told = page(
            10,
            event("Atelier habitat", session("2022-03-24")),
            event("Atelier santé", session("2022-04-07"), key="1"),
            attachments=(attachment("a.pdf"), attachment("b.pdf")),
        )
        first = document("a.pdf", event("Programme", session("2022-04-07")))
        second = document("b.pdf", event("Programme", session("2022-03-24")))
        rows = related(told, first, second)
        assert ids(rows) == ["event-10", "event-10-1"]
        found = {row.event_id: row.document_id for row in rows.event_sources if row.document_id}
        assert found == {"event-10": second.key[1], "event-10-1": first.key[1]}


class TestMentions:
    CYCLE = "Initier et conduire des plans de lutte contre les discriminations"

    def edition(self, node: int, *days: str) -> EventReading:
        return event(f"Cycle : {self.CYCLE}", *(session(d) for d in days), cycle=self.CYCLE, event_type="cycle")

    def april(self) -> EventReading:
        spring = session("2021-04-01", last="2021-04-30", precision="month")
        return event(self.CYCLE, spring, key="1", relation="mentions", cycle=self.CYCLE, participants=21)

    def test_mention_joins_the_real_edition_of_its_cycle(self) -> None:
        follow_up = event("Journée d'approfondissement", session("2021-11-30"), cycle=self.CYCLE)
        rows = related(page(10, self.edition(10, "2021-04-08", "2021-04-15")), page(20, follow_up, self.april()))
        assert ids(rows) == ["event-10", "event-20"]
        first = rows.events[0]
        assert (first.participants, first.session_count, first.status) == (21, 2, "announced")
        assert "mention" in rules(rows)

    def test_mention_without_a_real_edition_stands_as_one_itself(self) -> None:
        follow_up = event("Journée d'approfondissement", session("2021-11-30"), cycle=self.CYCLE)
        rows = related(page(20, follow_up, self.april()))
        assert ids(rows) == ["event-20", "event-20-1"]
        assert rows.events[1].status == "mentioned"
        assert [(s.precision, s.day) for s in rows.sessions if s.event_id == "event-20-1"] == [("month", None)]

    def test_mention_that_two_editions_fit_is_left_open(self) -> None:
        editions = [page(10, self.edition(10, "2021-04-08")), page(11, self.edition(11, "2021-04-22"))]
        follow_up = event("Journée d'approfondissement", session("2021-11-30"), cycle=self.CYCLE)
        rows = related(*editions, page(20, follow_up, self.april()))
        assert len(rows.events) == 4
        assert [row.rule for row in rows.open_readings] == ["ambiguous_mention"]

    def test_days_of_one_edition_mentioned_one_by_one_join_it(self) -> None:
        days = ("2021-04-08", "2021-04-15")
        named = [event(self.CYCLE, session(d), key=f"earlier:{d}", relation="mentions", cycle=self.CYCLE) for d in days]
        follow_up = event("Journée d'approfondissement", session("2021-11-30"), cycle=self.CYCLE)
        rows = related(page(10, self.edition(10, *days)), page(20, follow_up, *named))
        assert ids(rows) == ["event-10", "event-20"]

    def test_page_never_mentions_its_own_event(self) -> None:
        mention = event(self.CYCLE, session("2021-11-30"), key="1", relation="mentions", cycle=self.CYCLE)
        own = event("Journée d'approfondissement", session("2021-11-30"), cycle=self.CYCLE)
        assert len(related(page(20, own, mention)).events) == 2

    def test_mentions_of_one_edition_by_two_pages_are_one(self) -> None:
        one = event("Journée d'approfondissement", session("2021-11-30"), cycle=self.CYCLE)
        two = event("Nouvelle journée sur les plans", session("2022-05-12"), cycle=self.CYCLE)
        assert len(related(page(20, one, self.april()), page(30, two, self.april())).events) == 3


class TestReportsOfTheDay:
    def told(self, *, city: str | None = "Lille", title: str = "Discriminations : une journée au siège") -> Told:
        return page(10, event(title, session("2016-06-24", venue(city) if city else None)))

    def report(self, title: str = "Retour sur la lutte contre les discriminations", city: str = "Lille") -> Told:
        return page(20, event(title, session("2016-06-24", venue(city)), relation="reports"), kind="report")

    def test_day_town_and_a_word_are_enough(self) -> None:
        rows = related(self.told(), self.report())
        assert ids(rows) == ["event-10"]
        (link,) = [row for row in rows.event_links if row.cycle_id is None]
        assert link.rule == "report_of_the_day"
        assert "lille; both titles say: discrimination" in link.why

    def test_other_town_or_no_word_in_common_is_not(self) -> None:
        assert len(related(self.told(), self.report(city="Lens")).events) == 2
        assert len(related(self.told(), self.report("Retour sur la santé des jeunes")).events) == 2

    def test_two_announcements_of_the_day_leave_a_doubt(self) -> None:
        other = page(11, event("Discriminations au travail", session("2016-06-24", venue("Lille"))))
        rows = related(self.told(), other, self.report())
        assert len(rows.events) == 3
        assert {row.rule for row in rows.open_readings} == {"announced_twice", "report_of_the_day"}

    def test_announcement_of_another_site_is_not_reported_here(self) -> None:
        elsewhere = event("Discriminations : une journée au siège", session("2016-06-24", venue("Lille")))
        rows = related(page(None, elsewhere, url="https://nord.example/journee"), self.report())
        assert len(rows.events) == 2


class TestAnnouncedTwice:
    """An announcement and its reminder, or the newsletter that names it under another title."""

    LAICITE = "Laïcité et valeurs de la République : sessions 2022"

    def sessions(self, starts: str | None = None) -> Told:
        days = (("2022-02-03", "Lille"), ("2022-03-10", "Lens"), ("2022-03-11", "Lens"))
        return page(10, event(self.LAICITE, *(session(day, venue(city), (starts, None)) for day, city in days)))

    def reminder(
        self,
        title: str = "Laïcité à Lens : encore trois places",
        city: str = "Lens",
        starts: str | None = None,
        kind: str = "journée",
    ) -> Told:
        days = (session(day, venue(city), (starts, None)) for day in ("2022-03-10", "2022-03-11"))
        return page(20, event(title, *days, event_type=kind))

    def test_the_reminder_of_one_session_is_of_the_event_that_has_it(self) -> None:
        rows = related(self.sessions(), self.reminder())
        assert ids(rows) == ["event-10"]
        assert len(rows.sessions) == 3
        (link,) = rows.event_links
        assert (link.rule, link.why) == (
            "announced_twice",
            "announced twice by one site for one day; lens; both titles say: laicite",
        )

    def test_another_town_hour_kind_or_subject_is_another_event(self) -> None:
        assert len(related(self.sessions(), self.reminder(city="Douai")).events) == 2
        assert len(related(self.sessions(), self.reminder("La santé à Lens")).events) == 2
        for told, other in (
            (self.sessions("09:00"), self.reminder(starts="14:00")),
            (self.sessions(), self.reminder(kind="projection")),
        ):
            rows = related(told, other)
            assert len(rows.events) == 2
            assert [row.rule for row in rows.open_readings] == ["announced_twice"]

    def test_two_workshops_of_one_page_stay_two(self) -> None:
        both = page(
            20,
            event("La laïcité au travail", session("2022-02-03", LILLE, ("09:00", None))),
            event("La laïcité au stade", session("2022-02-03", LILLE, ("09:00", None)), key="1"),
        )
        rows = related(self.sessions("09:00"), both)
        assert len(rows.events) == 3
        assert {row.rule for row in rows.open_readings} == {"announced_twice"}

    def test_a_newsletter_names_the_part_of_the_title_that_matters(self) -> None:
        """The event keeps the title of its own page."""
        letter = page(
            8,
            event("Les clauses sociales", session("2021-03-11", ONLINE), event_type="webinaire"),
            event("Réunion des délégués", session("2021-03-18", LILLE), key="1"),
            title="Lettre n° 34",
        )
        title = "Rendez-vous du renouvellement #3 : les clauses sociales"
        own = page(9, event(title, session("2021-03-11", ONLINE), event_type="webinaire"), title=title)
        rows = related(letter, own)
        assert ids(rows) == ["event-8", "event-8-1"]
        assert rows.events[0].title == title


def test_a_report_on_one_sitting_that_names_the_next_is_of_their_event() -> None:
    whole = page(10, event(TITLE, *(session(day) for day in ("2017-10-10", "2017-11-09", "2017-12-05"))))
    first = event(TITLE, session("2017-10-10"), relation="reports")
    report = page(20, first, event(TITLE, session("2017-11-09"), key="next"), kind="report")
    assert ids(related(whole, report)) == ["event-10"]
    elsewhere = page(20, first, event(TITLE, session("2017-11-10"), key="next"), kind="report")
    assert len(related(whole, elsewhere).events) == 2


def test_towns_and_territories_in_a_title_do_not_tell_events_apart() -> None:
    one = page(10, event("Renouvellement urbain : à Douai", session("2017-10-12", DOUAI)))
    two = page(11, event("Renouvellement urbain", session("2017-10-12")))
    assert ids(related(one, two)) == ["event-10"]


@pytest.mark.parametrize("order", [(10, 20), (20, 10)])
def test_the_lower_node_anchors_whatever_is_seen_first(order: tuple[int, int]) -> None:
    told = [page(n, event(TITLE, session("2022-03-24")), hours=h) for h, n in enumerate(order)]
    assert ids(related(*told)) == ["event-10"]


def test_a_label_outweighs_the_same_theme_read_in_the_text() -> None:
    one = page(10, event(TITLE, session("2022-03-24"), themes=(theme("sante"),)))
    two = page(11, event(TITLE, session("2022-03-24"), themes=(theme("sante", "label", site_term=3680),)))
    rows = related(one, two)
    assert [(row.theme_id, row.origin) for row in rows.event_themes] == [("sante", "label")]
    assert next(row.site_term for row in rows.themes if row.theme_id == "sante") == 3680
