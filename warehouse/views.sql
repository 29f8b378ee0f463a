-- Named questions: plain views, so that any client of the file has them. A comment begins with the documentation in
-- English and goes on, after a slash, in French. Every view comes in an order of its own.

CREATE VIEW cycle_territories AS
SELECT e.cycle_id, c.title AS cycle, t.territory_id, t.name AS territory, t.kind, et.role,
    CASE WHEN et.role IN ('target', 'venue') THEN 'edition' ELSE et.role END AS relation,
    CASE WHEN et.role IN ('target', 'venue') THEN e.event_id END AS event_id,
    CASE WHEN et.role IN ('target', 'venue') THEN year(e.first_day) END AS year,
    e.event_id AS told_by
FROM event_territories et
JOIN events e USING (event_id)
JOIN cycles c USING (cycle_id)
JOIN territories t USING (territory_id)
ORDER BY e.cycle_id, relation, year, t.name, et.role, e.event_id;
COMMENT ON VIEW cycle_territories IS 'Territories of each cycle: those of an edition, with its year, and those of earlier editions that a page only names / Territoires de chaque cycle : ceux d''une édition, avec son année, et ceux d''éditions antérieures seulement citées';

CREATE VIEW event_attachments AS
SELECT s.event_id, d.page_id, d.kind, d.title, d.url, d.document_id, d.stated_size
FROM (SELECT DISTINCT event_id, page_id FROM event_sources WHERE page_id IS NOT NULL AND relation <> 'mentions') s
JOIN page_documents d USING (page_id)
ORDER BY s.event_id, d.kind, d.url;
COMMENT ON VIEW event_attachments IS 'Brochures, registration forms and other files of each event / Plaquettes, bulletins d''inscription et autres fichiers de chaque événement';

CREATE VIEW cycles_by_territory_and_year AS
SELECT territory, kind, year, cycle, count(DISTINCT event_id) AS events, count(DISTINCT session_id) AS sessions,
    string_agg(DISTINCT role, ', ' ORDER BY role) AS roles
FROM (
    -- Of an event in several towns, each town has its own sessions; a wider territory has them all.
    SELECT v.territory, v.kind, coalesce(year(s.first_day), v.year) AS year, v.cycle, v.event_id, s.session_id, v.role
    FROM cycle_territories v LEFT JOIN (
        SELECT e.event_id, e.session_id, e.first_day, p.commune_code,
            list(p.commune_code) OVER (PARTITION BY e.event_id) AS communes
        FROM sessions e LEFT JOIN venues p USING (venue_id)
    ) s ON s.event_id = v.event_id
        AND (s.commune_code = v.territory_id OR NOT coalesce(list_contains(s.communes, v.territory_id), false))
    WHERE v.relation = 'edition'
)
WHERE year IS NOT NULL
GROUP BY territory, kind, year, cycle
ORDER BY territory, kind, year, cycle;
COMMENT ON VIEW cycles_by_territory_and_year IS 'Which cycles were held for or in which territory, year by year / Quels cycles ont eu lieu pour ou sur quel territoire, année par année';

CREATE VIEW territories_that_hosted_a_cycle AS
SELECT territory_id, territory, kind, cycle,
    string_agg(DISTINCT CAST(year AS VARCHAR), ', ' ORDER BY CAST(year AS VARCHAR)) AS years,
    count(DISTINCT event_id) AS editions,
    bool_or(relation = 'earlier_edition') AS named_as_earlier_edition
FROM cycle_territories
WHERE relation <> 'mentioned'
GROUP BY territory_id, territory, kind, cycle
ORDER BY territory, kind, cycle, territory_id;
COMMENT ON VIEW territories_that_hosted_a_cycle IS 'Territories that hosted a cycle, with the years of the editions; an earlier edition that is only named has no year / Territoires ayant accueilli un cycle, avec les années ; une édition antérieure seulement citée n''a pas d''année';

CREATE VIEW cycles_by_theme_over_time AS
SELECT th.label AS theme, year(e.first_day) AS year, count(DISTINCT e.cycle_id) AS cycles,
    count(DISTINCT e.event_id) AS events,
    string_agg(DISTINCT c.title, ' ; ' ORDER BY c.title) AS titles
FROM event_themes et
JOIN themes th USING (theme_id)
JOIN events e USING (event_id)
LEFT JOIN cycles c USING (cycle_id)
WHERE e.first_day IS NOT NULL
GROUP BY th.label, year(e.first_day)
ORDER BY theme, year;
COMMENT ON VIEW cycles_by_theme_over_time IS 'Cycles and events on each theme, year by year / Cycles et événements par thème, année par année';

CREATE VIEW territories_never_reached_by_a_theme AS
SELECT th.label AS theme, t.kind, t.territory_id, t.name AS territory
FROM (SELECT DISTINCT theme_id FROM event_themes) used
JOIN themes th USING (theme_id)
CROSS JOIN territories t
WHERE t.kind IN ('epci', 'departement') AND t.departement IN ('02', '59', '60', '62', '80') -- the region
    AND t.valid_until IS NULL AND NOT EXISTS (
    SELECT 1 FROM event_themes x JOIN event_territories y USING (event_id)
    JOIN territories z ON z.territory_id = y.territory_id
    WHERE x.theme_id = th.theme_id AND y.role <> 'mentioned'
        AND (y.territory_id = t.territory_id OR z.parent_id = t.territory_id OR z.departement = t.territory_id)
)
ORDER BY theme, t.kind, territory, t.territory_id;
COMMENT ON VIEW territories_never_reached_by_a_theme IS 'For each theme of an event, the EPCI and départements where no event on it took place or was meant for / Pour chaque thème, les EPCI et départements qu''aucun événement n''a touchés';

CREATE VIEW editions_of_a_cycle AS
SELECT c.title AS cycle, e.event_id, e.title, e.first_day, e.last_day, e.session_count AS sessions, e.participants,
    string_agg(DISTINCT t.name, ' ; ' ORDER BY t.name) FILTER (WHERE et.role = 'target') AS territories,
    string_agg(DISTINCT v.city, ' ; ' ORDER BY v.city) AS towns
FROM cycles c
JOIN events e USING (cycle_id)
LEFT JOIN event_territories et USING (event_id)
LEFT JOIN territories t USING (territory_id)
LEFT JOIN sessions s ON s.event_id = e.event_id
LEFT JOIN venues v ON v.venue_id = s.venue_id
GROUP BY c.cycle_id, c.title, e.event_id, e.title, e.first_day, e.last_day, e.session_count, e.participants
ORDER BY cycle, c.cycle_id, e.first_day, e.event_id;
COMMENT ON VIEW editions_of_a_cycle IS 'The editions of each cycle across territories and years / Les éditions de chaque cycle, par territoire et par année';

CREATE VIEW time_from_announcement_to_first_session AS
SELECT e.event_id, e.title, e.event_type, e.announced_on, e.first_day,
    date_diff('day', e.announced_on, e.first_day) AS days
FROM events e
WHERE e.announced_on IS NOT NULL AND e.first_day IS NOT NULL AND EXISTS (
    SELECT 1 FROM sessions s WHERE s.event_id = e.event_id AND s.day = e.first_day)
ORDER BY e.first_day, e.event_id;
COMMENT ON VIEW time_from_announcement_to_first_session IS 'Days between the publication of the announcement and the first session / Jours entre la publication de l''annonce et la première session';

CREATE VIEW venues_by_use AS
SELECT v.venue_id, v.name, v.street, v.postcode, v.city, count(DISTINCT s.session_id) AS sessions,
    count(DISTINCT s.event_id) AS events, min(s.first_day) AS first_day, max(s.last_day) AS last_day
FROM venues v JOIN sessions s USING (venue_id)
GROUP BY v.venue_id, v.name, v.street, v.postcode, v.city
ORDER BY sessions DESC, v.city, v.name, v.venue_id;
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

CREATE VIEW coverage_by_epci_and_year AS
WITH years AS (
    SELECT unnest(range(min(year(first_day)), max(year(first_day)) + 1)) AS year FROM events
), reached AS (
    SELECT DISTINCT CASE WHEN t.kind = 'epci' THEN t.territory_id ELSE t.parent_id END AS epci, year(e.first_day) AS year,
        e.event_id, e.session_count
    FROM event_territories et
    JOIN territories t USING (territory_id)
    JOIN events e USING (event_id)
    WHERE et.role IN ('target', 'venue') AND t.kind IN ('epci', 'commune') AND e.first_day IS NOT NULL
)
SELECT t.departement, t.territory_id AS epci, t.name AS territory, y.year, count(r.event_id) AS events,
    CAST(coalesce(sum(r.session_count), 0) AS BIGINT) AS sessions
FROM territories t
CROSS JOIN years y
LEFT JOIN reached r ON r.epci = t.territory_id AND r.year = y.year
WHERE t.kind = 'epci' AND t.departement IN ('02', '59', '60', '62', '80') AND t.valid_until IS NULL -- the region
GROUP BY t.departement, t.territory_id, t.name, y.year
ORDER BY t.departement, territory, epci, y.year;
COMMENT ON VIEW coverage_by_epci_and_year IS 'Every EPCI of the region in every year: how many events were meant for it or took place there, zero included / Chaque EPCI de la région, chaque année : combien d''événements lui étaient destinés ou y ont eu lieu, zéro compris';

CREATE VIEW what_is_open AS
SELECT rule, reason, text, coalesce(page_id, document_id, url) AS seen_on, open_id
FROM open_readings
ORDER BY rule, reason, text, open_id;
COMMENT ON VIEW what_is_open IS 'What was seen and deliberately not decided, for a person to look at / Ce qui a été vu et volontairement laissé ouvert, à examiner';

CREATE VIEW agenda AS
SELECT s.first_day, s.last_day, s.starts_at, s.ends_at, e.title, e.event_type, s.status, s.mode, v.name AS venue, v.city,
    c.title AS cycle, s.session_id
FROM sessions s
JOIN events e USING (event_id)
LEFT JOIN venues v USING (venue_id)
LEFT JOIN cycles c USING (cycle_id)
ORDER BY s.first_day, s.starts_at, s.session_id;
COMMENT ON VIEW agenda IS 'All sessions in the order of time, with event, cycle and venue / Toutes les sessions dans l''ordre du temps, avec événement, cycle et lieu';

CREATE VIEW what_deserves_review AS
SELECT 100 AS weight, 'correction' AS kind, correction_id AS row_id, what || ': ' || problem AS what,
    'corrections.csv' AS seen_on
FROM corrections WHERE problem IS NOT NULL AND NOT starts_with(problem, 'no longer needed')
UNION ALL
SELECT 90, 'gate', rule, meaning || ': found ' || value || ', bound ' || bound, NULL FROM gates WHERE NOT passed
UNION ALL
SELECT CASE WHEN rule = 'not_read' THEN 85
        WHEN rule IN ('hours', 'homonym_cycle', 'ambiguous_mention', 'ambiguous_title', 'report_of_the_day') THEN 75
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
