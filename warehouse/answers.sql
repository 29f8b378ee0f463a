-- Named questions over so many rows that they are answered when the file is made: each answer is kept as a table of the
-- same name with `answer_` before it, in the order of the question, and the view of `views.sql` reads it. They are worked
-- out in this order.

-- cycle_territories
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

-- cycles_by_territory_and_year
SELECT territory, kind, year, cycle, count(DISTINCT event_id) AS events, count(DISTINCT session_id) AS sessions,
    string_agg(DISTINCT role, ', ' ORDER BY role) AS roles
FROM (
    -- Of an event in several towns, each town has its own sessions; a wider territory has them all.
    SELECT v.territory, v.kind, coalesce(year(s.first_day), v.year) AS year, v.cycle, v.event_id, s.session_id, v.role
    FROM answer_cycle_territories v LEFT JOIN (
        SELECT e.event_id, e.session_id, e.first_day, p.commune_code,
            list(p.commune_code) OVER (PARTITION BY e.event_id) AS communes
        FROM sessions e LEFT JOIN venues p USING (venue_id)
    ) s ON s.event_id = v.event_id
        -- A town where people met for something else (partners, before the cycle) has none of the sessions held elsewhere.
        AND (s.commune_code = v.territory_id OR (NOT coalesce(list_contains(s.communes, v.territory_id), false)
            AND (v.role <> 'venue' OR s.commune_code IS NULL)))
    WHERE v.relation = 'edition'
        AND (s.session_id IS NOT NULL OR v.role <> 'venue' OR v.event_id NOT IN (SELECT event_id FROM sessions))
)
WHERE year IS NOT NULL
GROUP BY territory, kind, year, cycle
ORDER BY territory, kind, year, cycle;

-- territories_that_hosted_a_cycle
SELECT territory_id, territory, kind, cycle,
    string_agg(DISTINCT CAST(year AS VARCHAR), ', ' ORDER BY CAST(year AS VARCHAR)) AS years,
    count(DISTINCT event_id) AS editions,
    bool_or(relation = 'earlier_edition') AS named_as_earlier_edition
FROM answer_cycle_territories
WHERE relation <> 'mentioned'
GROUP BY territory_id, territory, kind, cycle
ORDER BY territory, kind, cycle, territory_id;

-- territories_never_reached_by_a_theme
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

-- editions_of_a_cycle
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

-- venues_by_use
SELECT v.venue_id, v.name, v.street, v.postcode, v.city, count(DISTINCT s.session_id) AS sessions,
    count(DISTINCT s.event_id) AS events, min(s.first_day) AS first_day, max(s.last_day) AS last_day
FROM venues v JOIN sessions s USING (venue_id)
GROUP BY v.venue_id, v.name, v.street, v.postcode, v.city
ORDER BY sessions DESC, v.city, v.name, v.venue_id;

-- agenda
SELECT s.first_day, s.last_day, s.starts_at, s.ends_at, e.title, s.title AS session_title, e.event_type, s.status, s.mode, v.name AS venue, v.city,
    c.title AS cycle, s.session_id
FROM sessions s
JOIN events e USING (event_id)
LEFT JOIN venues v USING (venue_id)
LEFT JOIN cycles c USING (cycle_id)
ORDER BY s.first_day, s.starts_at, s.session_id;

-- cycles_by_theme_over_time
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

-- time_from_announcement_to_first_session
SELECT e.event_id, e.title, e.event_type, e.announced_on, e.first_day,
    date_diff('day', e.announced_on, e.first_day) AS days
FROM events e
WHERE e.announced_on IS NOT NULL AND e.first_day IS NOT NULL AND EXISTS (
    SELECT 1 FROM sessions s WHERE s.event_id = e.event_id AND s.day = e.first_day)
ORDER BY e.first_day, e.event_id;

-- coverage_by_epci_and_year
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
