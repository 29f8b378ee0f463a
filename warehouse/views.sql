-- Named questions: plain views, so that any client of the file has them. A comment begins with the documentation in
-- English and goes on, after a slash, in French. Every view comes in an order of its own. Questions over very many rows
-- stand in `answers.sql`: their answers are kept as tables, which the views read.

CREATE VIEW cycle_territories AS FROM answer_cycle_territories;
COMMENT ON VIEW cycle_territories IS 'Territories of each cycle: those of an edition, with its year, and those of earlier editions that a page only names / Territoires de chaque cycle : ceux d''une édition, avec son année, et ceux d''éditions antérieures seulement citées';

CREATE VIEW event_attachments AS
SELECT s.event_id, d.page_id, d.kind, d.title, d.url, d.document_id, d.stated_size
FROM (SELECT DISTINCT event_id, page_id FROM event_sources WHERE page_id IS NOT NULL AND relation <> 'mentions') s
JOIN page_documents d USING (page_id)
ORDER BY s.event_id, d.kind, d.url;
COMMENT ON VIEW event_attachments IS 'Brochures, registration forms and other files of each event / Plaquettes, bulletins d''inscription et autres fichiers de chaque événement';

CREATE VIEW cycles_by_territory_and_year AS FROM answer_cycles_by_territory_and_year;
COMMENT ON VIEW cycles_by_territory_and_year IS 'Which cycles were held for or in which territory, year by year / Quels cycles ont eu lieu pour ou sur quel territoire, année par année';

CREATE VIEW territories_that_hosted_a_cycle AS FROM answer_territories_that_hosted_a_cycle;
COMMENT ON VIEW territories_that_hosted_a_cycle IS 'Territories that hosted a cycle, with the years of the editions; an earlier edition that is only named has no year / Territoires ayant accueilli un cycle, avec les années ; une édition antérieure seulement citée n''a pas d''année';

CREATE VIEW cycles_by_theme_over_time AS FROM answer_cycles_by_theme_over_time;
COMMENT ON VIEW cycles_by_theme_over_time IS 'Cycles and events on each theme, year by year / Cycles et événements par thème, année par année';

CREATE VIEW territories_never_reached_by_a_theme AS FROM answer_territories_never_reached_by_a_theme;
COMMENT ON VIEW territories_never_reached_by_a_theme IS 'For each theme of an event, the EPCI and départements where no event on it took place or was meant for / Pour chaque thème, les EPCI et départements qu''aucun événement n''a touchés';

CREATE VIEW editions_of_a_cycle AS FROM answer_editions_of_a_cycle;
COMMENT ON VIEW editions_of_a_cycle IS 'The editions of each cycle across territories and years / Les éditions de chaque cycle, par territoire et par année';

CREATE VIEW time_from_announcement_to_first_session AS FROM answer_time_from_announcement_to_first_session;
COMMENT ON VIEW time_from_announcement_to_first_session IS 'Days between the publication of the announcement and the first session / Jours entre la publication de l''annonce et la première session';

CREATE VIEW venues_by_use AS FROM answer_venues_by_use;
COMMENT ON VIEW venues_by_use IS 'Venues, the most used first / Lieux, les plus utilisés d''abord';

CREATE VIEW what_changed_last_month AS
SELECT c.first_seen AS seen, c.nature, c.what, c.table_name, c.row_id, c.field, c.before, c.after,
    coalesce(e.title, p.title) AS title
FROM changes c
LEFT JOIN sessions_history s ON c.table_name = 'sessions' AND s.session_id = c.row_id AND s.stood_from = c.first_seen
LEFT JOIN events e ON e.event_id = coalesce(s.event_id, split_part(c.row_id, '/', 1))
LEFT JOIN pages p ON p.page_id = c.row_id
WHERE c.nature <> 'cosmetic'
    AND c.first_seen > (SELECT max(last_seen) FROM captures) - INTERVAL 31 DAY
ORDER BY c.nature, c.first_seen DESC, c.table_name, c.row_id, c.field, c.change;
COMMENT ON VIEW what_changed_last_month IS 'What changed on the site in the 31 days before it was last seen, facts first; bytes and addresses left out / Ce qui a changé sur le site dans les 31 jours avant sa dernière visite, les faits d''abord ; octets et adresses omis';

CREATE VIEW coverage_by_epci_and_year AS FROM answer_coverage_by_epci_and_year;
COMMENT ON VIEW coverage_by_epci_and_year IS 'Every EPCI of the region in every year: how many events were meant for it or took place there, zero included / Chaque EPCI de la région, chaque année : combien d''événements lui étaient destinés ou y ont eu lieu, zéro compris';

CREATE VIEW what_is_open AS
SELECT rule, reason, text, coalesce(page_id, document_id, url) AS seen_on, open_id
FROM open_readings
ORDER BY rule, reason, text, open_id;
COMMENT ON VIEW what_is_open IS 'What was seen and deliberately not decided, for a person to look at / Ce qui a été vu et volontairement laissé ouvert, à examiner';

CREATE VIEW agenda AS FROM answer_agenda;
COMMENT ON VIEW agenda IS 'All sessions in the order of time, with event, cycle and venue / Toutes les sessions dans l''ordre du temps, avec événement, cycle et lieu';

CREATE VIEW what_deserves_review AS
SELECT 100 AS weight, 'correction' AS kind, correction_id AS row_id, what || ': ' || problem AS what,
    'corrections.csv' AS seen_on
FROM corrections WHERE problem IS NOT NULL AND NOT starts_with(problem, 'no longer needed')
UNION ALL
SELECT 90, 'gate', rule, meaning || ': found ' || value || ', bound ' || bound, NULL FROM gates WHERE NOT passed AND accepted IS NULL
UNION ALL
SELECT CASE WHEN rule = 'not_read' THEN 85
        WHEN rule IN ('hours', 'homonym_cycle', 'ambiguous_mention', 'ambiguous_title', 'report_of_the_day',
            'announced_twice') THEN 75
        WHEN rule LIKE '%same_day%' THEN 75 WHEN rule = 'open_territory' THEN 45 ELSE 40 END,
    'open_reading', open_id, reason || ': ' || text, coalesce(page_id, document_id, url)
FROM open_readings
UNION ALL
SELECT CASE WHEN s.flags LIKE '%mismatch%' THEN 80 ELSE 70 END - CAST(20 * s.certainty AS INTEGER), 'unsure_day',
    s.session_id, 'certainty ' || s.certainty || coalesce(', ' || s.flags, '') || ': ' || e.title, s.event_id
FROM sessions s JOIN events e USING (event_id) WHERE s.certainty < 0.7 OR s.flags LIKE '%mismatch%'
UNION ALL
SELECT 50, 'event_without_day', event_id, title, NULL FROM events WHERE first_day IS NULL AND status <> 'mentioned'
UNION ALL
SELECT 30, 'file_not_captured', page_id || '/' || url, title, page_id FROM page_documents WHERE document_id IS NULL
UNION ALL
SELECT 20, 'correction', correction_id, what || ': ' || problem, 'corrections.csv'
FROM corrections WHERE starts_with(problem, 'no longer needed')
ORDER BY weight DESC, kind, row_id, what;
COMMENT ON VIEW what_deserves_review IS 'What most deserves a person''s eye, worst first: corrections that fit no more, failed gates, what could not be read or decided, unsure days / Ce qui mérite le plus un regard humain, le pire d''abord : corrections périmées, contrôles en échec, illisible ou indécis, jours incertains';
