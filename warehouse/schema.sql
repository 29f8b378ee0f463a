-- The warehouse as analysts see it. A column may be null only where its type is not followed by NOT NULL.
-- `first_seen` and `last_seen` are moments in UTC: the first and the last capture in which this very row could be read.
-- Days are local (Europe/Paris); hours are HH:MM in local time. Comments are the codebook: nothing stands here without one.

CREATE TABLE cycles (
    cycle_id VARCHAR NOT NULL, title VARCHAR NOT NULL, key VARCHAR NOT NULL,
    first_day DATE, last_day DATE, event_count INTEGER NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE cycles IS 'Series of events under one title: one row per cycle';
COMMENT ON COLUMN cycles.cycle_id IS 'Identifier: the key of the title';
COMMENT ON COLUMN cycles.title IS 'Title as most pages write it';
COMMENT ON COLUMN cycles.key IS 'Telling words of the title, unaccented and singular: what makes two spellings one cycle';
COMMENT ON COLUMN cycles.first_day IS 'First day of the first event';
COMMENT ON COLUMN cycles.last_day IS 'Last day of the last event';
COMMENT ON COLUMN cycles.event_count IS 'Number of events of the cycle in this warehouse';
COMMENT ON COLUMN cycles.first_seen IS 'First capture that names the cycle';
COMMENT ON COLUMN cycles.last_seen IS 'Last capture that names the cycle';

CREATE TABLE events (
    event_id VARCHAR NOT NULL, cycle_id VARCHAR, title VARCHAR NOT NULL, event_type VARCHAR NOT NULL,
    status VARCHAR NOT NULL, first_day DATE, last_day DATE, stated_sessions INTEGER, participants INTEGER,
    audience VARCHAR, organiser VARCHAR, partners VARCHAR, registration_url VARCHAR, registration_deadline DATE,
    announced_on DATE, session_count INTEGER NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE events IS 'Editions, days, webinars and meetings: one row per event, however many pages tell of it';
COMMENT ON COLUMN events.event_id IS 'Identifier: the first page that tells of the event, and its key there';
COMMENT ON COLUMN events.cycle_id IS 'Cycle that the event belongs to; null when it stands alone';
COMMENT ON COLUMN events.title IS 'Title on the page that announces it, else on the one that reports it';
COMMENT ON COLUMN events.event_type IS 'The word that the page uses (journée, webinaire, cycle de qualification, ...)';
COMMENT ON COLUMN events.status IS 'announced, full, postponed, cancelled (of all its sessions), reported (a report exists) or mentioned (only named as an earlier edition)';
COMMENT ON COLUMN events.first_day IS 'First day of its sessions; null when it has none';
COMMENT ON COLUMN events.last_day IS 'Last day of its sessions';
COMMENT ON COLUMN events.stated_sessions IS 'Number of sessions that a page states, whether their days are known or not';
COMMENT ON COLUMN events.participants IS 'Number of participants that a page states';
COMMENT ON COLUMN events.audience IS 'For whom it is, as written';
COMMENT ON COLUMN events.organiser IS 'Who organises it, as written';
COMMENT ON COLUMN events.partners IS 'Who organises it besides, or helps, as written; parted by semicolons';
COMMENT ON COLUMN events.registration_url IS 'Address to register at';
COMMENT ON COLUMN events.registration_deadline IS 'Last day to register';
COMMENT ON COLUMN events.announced_on IS 'Publication day of the earliest page that announces it';
COMMENT ON COLUMN events.session_count IS 'Number of its rows in sessions';
COMMENT ON COLUMN events.first_seen IS 'First capture that tells of the event';
COMMENT ON COLUMN events.last_seen IS 'Last capture that tells of the event';

CREATE TABLE sessions (
    session_id VARCHAR NOT NULL, event_id VARCHAR NOT NULL, title VARCHAR, day DATE, first_day DATE NOT NULL, last_day DATE NOT NULL,
    starts_at VARCHAR, ends_at VARCHAR, precision VARCHAR NOT NULL, venue_id VARCHAR, mode VARCHAR NOT NULL,
    status VARCHAR NOT NULL, year_from VARCHAR, certainty DOUBLE NOT NULL, flags VARCHAR,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE sessions IS 'Sittings: one row per event, day and venue, or per fuzzy period where no day can be read';
COMMENT ON COLUMN sessions.session_id IS 'Identifier: the event and the day or period';
COMMENT ON COLUMN sessions.event_id IS 'Event that the sitting belongs to';
COMMENT ON COLUMN sessions.title IS 'What this sitting is about, where a page tells that of the sittings one by one';
COMMENT ON COLUMN sessions.day IS 'The day; null for a fuzzy period';
COMMENT ON COLUMN sessions.first_day IS 'The day, or the first day of the period';
COMMENT ON COLUMN sessions.last_day IS 'The day, or the last day of the period';
COMMENT ON COLUMN sessions.starts_at IS 'Hour of beginning, HH:MM local; null when not stated';
COMMENT ON COLUMN sessions.ends_at IS 'Hour of ending, HH:MM local; null when not stated';
COMMENT ON COLUMN sessions.precision IS 'day, month, season, semester, year or period';
COMMENT ON COLUMN sessions.venue_id IS 'Where; null when not stated or online only';
COMMENT ON COLUMN sessions.mode IS 'in_person, online, hybrid, or unknown';
COMMENT ON COLUMN sessions.status IS 'announced, postponed, cancelled or full';
COMMENT ON COLUMN sessions.year_from IS 'What decided the year: written, list, title, weekday, published, page or node_id';
COMMENT ON COLUMN sessions.certainty IS 'How sure the day or period is, 0 to 1';
COMMENT ON COLUMN sessions.flags IS 'What a careful reader would note about the date (weekday_mismatch, ...), separated by spaces';
COMMENT ON COLUMN sessions.first_seen IS 'First capture that states this day or period';
COMMENT ON COLUMN sessions.last_seen IS 'Last capture that states this day or period';

CREATE TABLE venues (
    venue_id VARCHAR NOT NULL, name VARCHAR, street VARCHAR, postcode VARCHAR, city VARCHAR, commune_code VARCHAR,
    mode VARCHAR NOT NULL, first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE venues IS 'Places where people meet: one row per place, however it is written';
COMMENT ON COLUMN venues.venue_id IS 'Identifier: street and city, else name and city, else city';
COMMENT ON COLUMN venues.name IS 'Name of the place';
COMMENT ON COLUMN venues.street IS 'Number and street';
COMMENT ON COLUMN venues.postcode IS 'Postcode as written; may be a CEDEX code';
COMMENT ON COLUMN venues.city IS 'Town';
COMMENT ON COLUMN venues.commune_code IS 'INSEE code of the town, where it is certain';
COMMENT ON COLUMN venues.mode IS 'in_person, or hybrid when every sitting there could also be joined online';
COMMENT ON COLUMN venues.first_seen IS 'First capture of a sitting at this place';
COMMENT ON COLUMN venues.last_seen IS 'Last capture of a sitting at this place';

CREATE TABLE territories (
    territory_id VARCHAR NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL, parent_id VARCHAR,
    departement VARCHAR, vintage INTEGER, valid_from INTEGER, valid_until INTEGER,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE territories IS 'Reference: the gazetteer, one row per territory, named by a page or not';
COMMENT ON COLUMN territories.territory_id IS 'INSEE code of a commune or département, SIREN code of an EPCI';
COMMENT ON COLUMN territories.name IS 'Official name';
COMMENT ON COLUMN territories.kind IS 'commune, epci, departement, arrondissement, region or area (usual name without a code)';
COMMENT ON COLUMN territories.parent_id IS 'EPCI of a commune, else the département';
COMMENT ON COLUMN territories.departement IS 'Code of the département';
COMMENT ON COLUMN territories.vintage IS 'Year of the reference data that the row was taken from';
COMMENT ON COLUMN territories.valid_from IS 'First year of validity; null when open';
COMMENT ON COLUMN territories.valid_until IS 'Last year of validity; null when open';
COMMENT ON COLUMN territories.first_seen IS 'First capture of an event that names it; null when none does';
COMMENT ON COLUMN territories.last_seen IS 'Last capture of an event that names it; null when none does';

CREATE TABLE themes (
    theme_id VARCHAR NOT NULL, label VARCHAR NOT NULL, parent_id VARCHAR, site_term INTEGER, site_label VARCHAR,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE themes IS 'Themes: one row per term of the vocabulary or of the site';
COMMENT ON COLUMN themes.theme_id IS 'Identifier of the theme';
COMMENT ON COLUMN themes.label IS 'Label, as the vocabulary or the site writes it';
COMMENT ON COLUMN themes.parent_id IS 'Broader theme';
COMMENT ON COLUMN themes.site_term IS 'Number of the term on the site, where it is known';
COMMENT ON COLUMN themes.site_label IS 'Label of that term as the site wrote it last; a term that is renamed stays one theme';
COMMENT ON COLUMN themes.first_seen IS 'First capture of an event on this theme; null when there is none';
COMMENT ON COLUMN themes.last_seen IS 'Last capture of an event on this theme; null when there is none';

CREATE TABLE event_territories (
    event_id VARCHAR NOT NULL, territory_id VARCHAR NOT NULL, role VARCHAR NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE event_territories IS 'Territories of an event: one row per event, territory and role';
COMMENT ON COLUMN event_territories.event_id IS 'Event whose page names the territory';
COMMENT ON COLUMN event_territories.territory_id IS 'Territory';
COMMENT ON COLUMN event_territories.role IS 'target (the event is for it), venue (it takes place there), earlier_edition (an earlier edition of the cycle was there, not this one) or mentioned';
COMMENT ON COLUMN event_territories.first_seen IS 'First capture that says so';
COMMENT ON COLUMN event_territories.last_seen IS 'Last capture that says so';

CREATE TABLE event_themes (
    event_id VARCHAR NOT NULL, theme_id VARCHAR NOT NULL, origin VARCHAR NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE event_themes IS 'Themes of an event: one row per event and theme';
COMMENT ON COLUMN event_themes.event_id IS 'Event';
COMMENT ON COLUMN event_themes.theme_id IS 'Theme';
COMMENT ON COLUMN event_themes.origin IS 'label (the site says so by a term) or text (read in the text)';
COMMENT ON COLUMN event_themes.first_seen IS 'First capture that says so';
COMMENT ON COLUMN event_themes.last_seen IS 'Last capture that says so';

CREATE TABLE event_sources (
    event_id VARCHAR NOT NULL, page_id VARCHAR, document_id VARCHAR, relation VARCHAR NOT NULL, telling VARCHAR NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE event_sources IS 'Pages and documents that an event was read from: one row per event and telling';
COMMENT ON COLUMN event_sources.event_id IS 'Event';
COMMENT ON COLUMN event_sources.page_id IS 'Page that tells of it; null for a document';
COMMENT ON COLUMN event_sources.document_id IS 'Document that tells of it; null for a page';
COMMENT ON COLUMN event_sources.relation IS 'announces, reports or mentions';
COMMENT ON COLUMN event_sources.telling IS 'The source and the key of the event in it: the name that event_links uses';
COMMENT ON COLUMN event_sources.first_seen IS 'First capture of this telling';
COMMENT ON COLUMN event_sources.last_seen IS 'Last capture of this telling';

CREATE TABLE event_links (
    event_id VARCHAR NOT NULL, cycle_id VARCHAR, left_telling VARCHAR NOT NULL, right_telling VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, why VARCHAR NOT NULL, score DOUBLE NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE event_links IS 'Why tellings are one event, and why an event belongs to its cycle: one row per link';
COMMENT ON COLUMN event_links.event_id IS 'Event that the link made or placed';
COMMENT ON COLUMN event_links.cycle_id IS 'Cycle that the event was placed in; null for a link between tellings';
COMMENT ON COLUMN event_links.left_telling IS 'Telling (source#key)';
COMMENT ON COLUMN event_links.right_telling IS 'The other telling, or the key of the cycle';
COMMENT ON COLUMN event_links.rule IS 'Name of the rule';
COMMENT ON COLUMN event_links.why IS 'What the rule saw, in words';
COMMENT ON COLUMN event_links.score IS 'Nearness of the titles, 0 to 100';
COMMENT ON COLUMN event_links.first_seen IS 'First moment at which both sides had been seen';
COMMENT ON COLUMN event_links.last_seen IS 'Last capture of either side';

CREATE TABLE pages (
    page_id VARCHAR NOT NULL, canonical_url VARCHAR, node_id INTEGER, kind VARCHAR NOT NULL, title VARCHAR NOT NULL,
    published_on DATE, modified_at TIMESTAMP, state VARCHAR NOT NULL, last_status INTEGER NOT NULL,
    lead VARCHAR, versions INTEGER NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE pages IS 'Pages of the site: one row per page, under however many addresses';
COMMENT ON COLUMN pages.page_id IS 'node:<id> where the node is known, else url:<canonical address>';
COMMENT ON COLUMN pages.canonical_url IS 'Canonical address';
COMMENT ON COLUMN pages.node_id IS 'Number of the node';
COMMENT ON COLUMN pages.kind IS 'announcement, report, news, theme, territory, listing, document or other';
COMMENT ON COLUMN pages.title IS 'Title of the latest version';
COMMENT ON COLUMN pages.published_on IS 'Publication day that the page states';
COMMENT ON COLUMN pages.modified_at IS 'Moment of modification that the page states, local time';
COMMENT ON COLUMN pages.state IS 'alive, gone (the site says so, twice or more), unlisted (alive, no longer linked) or unseen (the last look failed)';
COMMENT ON COLUMN pages.last_status IS 'Answer to the last look: HTTP status, 200 for content that was confirmed as unchanged or imported';
COMMENT ON COLUMN pages.lead IS 'Lead paragraph';
COMMENT ON COLUMN pages.versions IS 'Number of its rows in page_versions';
COMMENT ON COLUMN pages.first_seen IS 'First capture of the page';
COMMENT ON COLUMN pages.last_seen IS 'Last capture of the page with its content';

CREATE TABLE page_versions (
    page_id VARCHAR NOT NULL, version INTEGER NOT NULL, content_digest VARCHAR NOT NULL, seen_from TIMESTAMP NOT NULL,
    seen_until TIMESTAMP NOT NULL, capture_digest VARCHAR NOT NULL, url VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    title VARCHAR NOT NULL, first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE page_versions IS 'States of a page: one row per stretch of time in which its text was the same';
COMMENT ON COLUMN page_versions.page_id IS 'Page';
COMMENT ON COLUMN page_versions.version IS 'Number, from 1, in the order of seen_from';
COMMENT ON COLUMN page_versions.content_digest IS 'Digest of the text without page furniture';
COMMENT ON COLUMN page_versions.seen_from IS 'First capture of this state';
COMMENT ON COLUMN page_versions.seen_until IS 'Last capture of this state';
COMMENT ON COLUMN page_versions.capture_digest IS 'Digest of the first bytes that show it';
COMMENT ON COLUMN page_versions.url IS 'Address of that capture';
COMMENT ON COLUMN page_versions.kind IS 'What the page was in this version (announcement, report, ...)';
COMMENT ON COLUMN page_versions.title IS 'Title in this version';
COMMENT ON COLUMN page_versions.first_seen IS 'Same as seen_from';
COMMENT ON COLUMN page_versions.last_seen IS 'Same as seen_until';

CREATE TABLE documents (
    document_id VARCHAR NOT NULL, url VARCHAR NOT NULL, title VARCHAR, kind VARCHAR NOT NULL, media_type VARCHAR,
    page_count INTEGER, size BIGINT, first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE documents IS 'Brochures and other files: one row per content; a file replaced at its address is a new document';
COMMENT ON COLUMN documents.document_id IS 'Digest of the bytes';
COMMENT ON COLUMN documents.url IS 'First address that it was seen at';
COMMENT ON COLUMN documents.title IS 'Title in the page that links it, else its own';
COMMENT ON COLUMN documents.kind IS 'brochure, registration_form, programme, report or other';
COMMENT ON COLUMN documents.media_type IS 'Media type';
COMMENT ON COLUMN documents.page_count IS 'Number of pages of a PDF';
COMMENT ON COLUMN documents.size IS 'Size in bytes, where the archive knows it';
COMMENT ON COLUMN documents.first_seen IS 'First capture of these bytes';
COMMENT ON COLUMN documents.last_seen IS 'Last capture of these bytes';

CREATE TABLE page_documents (
    page_id VARCHAR NOT NULL, url VARCHAR NOT NULL, document_id VARCHAR, title VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    stated_size VARCHAR, first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE page_documents IS 'Attachments: one row per page and address of a file that it links';
COMMENT ON COLUMN page_documents.page_id IS 'Page that links the file';
COMMENT ON COLUMN page_documents.url IS 'Canonical address of the file';
COMMENT ON COLUMN page_documents.document_id IS 'The file as last captured; null when it was never captured';
COMMENT ON COLUMN page_documents.title IS 'Words of the link';
COMMENT ON COLUMN page_documents.kind IS 'brochure, registration_form, programme, report or other';
COMMENT ON COLUMN page_documents.stated_size IS 'Size as the page states it';
COMMENT ON COLUMN page_documents.first_seen IS 'First capture of the page with this link';
COMMENT ON COLUMN page_documents.last_seen IS 'Last capture of the page with this link';

CREATE TABLE captures (
    capture_digest VARCHAR NOT NULL, url VARCHAR NOT NULL, raw_url VARCHAR NOT NULL, media_type VARCHAR, page_id VARCHAR,
    document_id VARCHAR, first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE captures IS 'Contents as received: one row per address and digest; what evidence points to';
COMMENT ON COLUMN captures.capture_digest IS 'Digest of the decoded bytes, as in the archive';
COMMENT ON COLUMN captures.url IS 'Canonical address';
COMMENT ON COLUMN captures.raw_url IS 'Address as first fetched';
COMMENT ON COLUMN captures.media_type IS 'Media type';
COMMENT ON COLUMN captures.page_id IS 'Page that the content belongs to; null for a document';
COMMENT ON COLUMN captures.document_id IS 'Document that the content is; null for a page';
COMMENT ON COLUMN captures.first_seen IS 'First moment at which the address gave these bytes';
COMMENT ON COLUMN captures.last_seen IS 'Last moment at which the address gave these bytes';

CREATE TABLE evidence (
    table_name VARCHAR NOT NULL, row_id VARCHAR NOT NULL, field VARCHAR NOT NULL, capture_digest VARCHAR NOT NULL,
    url VARCHAR NOT NULL, place VARCHAR NOT NULL, words VARCHAR NOT NULL, rule VARCHAR NOT NULL, certainty DOUBLE NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE evidence IS 'Why a value is what it is: one row per value and capture that states it';
COMMENT ON COLUMN evidence.table_name IS 'Table of the value';
COMMENT ON COLUMN evidence.row_id IS 'Identifier of its row; for event_territories and event_themes the parts joined by a slash';
COMMENT ON COLUMN evidence.field IS 'Column of the value';
COMMENT ON COLUMN evidence.capture_digest IS 'Capture that it was read from';
COMMENT ON COLUMN evidence.url IS 'Address of that capture';
COMMENT ON COLUMN evidence.place IS 'Where the words stand, as JSON: start and end in the normalised text; page and box for a PDF';
COMMENT ON COLUMN evidence.words IS 'The words';
COMMENT ON COLUMN evidence.rule IS 'Name of the rule that read them';
COMMENT ON COLUMN evidence.certainty IS 'How sure the rule is, 0 to 1';
COMMENT ON COLUMN evidence.first_seen IS 'First moment of that capture';
COMMENT ON COLUMN evidence.last_seen IS 'Last moment of that capture';

CREATE TABLE open_readings (
    open_id VARCHAR NOT NULL, page_id VARCHAR, document_id VARCHAR, url VARCHAR, capture_digest VARCHAR,
    text VARCHAR NOT NULL, reason VARCHAR NOT NULL, place VARCHAR, rule VARCHAR NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE open_readings IS 'What was seen and deliberately not decided: one row per doubt, for a person to look at';
COMMENT ON COLUMN open_readings.open_id IS 'Identifier: digest of the address, the words, the reason and the rule; a counter from the second one on';
COMMENT ON COLUMN open_readings.page_id IS 'Page that it stands on';
COMMENT ON COLUMN open_readings.document_id IS 'Document that it stands in';
COMMENT ON COLUMN open_readings.url IS 'Address of the capture';
COMMENT ON COLUMN open_readings.capture_digest IS 'Capture that it was seen in';
COMMENT ON COLUMN open_readings.text IS 'The words that were not read, or the two sides of a doubt';
COMMENT ON COLUMN open_readings.reason IS 'Why it was left open';
COMMENT ON COLUMN open_readings.place IS 'Where the words stand, as JSON; null for a doubt between pages';
COMMENT ON COLUMN open_readings.rule IS 'Name of the rule that left it open';
COMMENT ON COLUMN open_readings.first_seen IS 'First moment of that capture';
COMMENT ON COLUMN open_readings.last_seen IS 'Last moment of that capture';

CREATE TABLE corrections (
    correction_id VARCHAR NOT NULL, what VARCHAR NOT NULL, old_value VARCHAR, new_value VARCHAR, why VARCHAR NOT NULL,
    who VARCHAR NOT NULL, corrected_on DATE NOT NULL, used BOOLEAN NOT NULL, problem VARCHAR,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE corrections IS 'What people corrected: one row per line of corrections.csv';
COMMENT ON COLUMN corrections.correction_id IS 'Identifier: digest of what, from and to';
COMMENT ON COLUMN corrections.what IS 'Row and field that is corrected';
COMMENT ON COLUMN corrections.old_value IS 'Value that the machine read';
COMMENT ON COLUMN corrections.new_value IS 'Value that a person put in its place';
COMMENT ON COLUMN corrections.why IS 'Reason';
COMMENT ON COLUMN corrections.who IS 'Person';
COMMENT ON COLUMN corrections.corrected_on IS 'Day of the correction';
COMMENT ON COLUMN corrections.used IS 'Whether it still changes anything';
COMMENT ON COLUMN corrections.problem IS 'Why it changes nothing: unknown identifier, stale value, or no longer needed; null where it is used';
COMMENT ON COLUMN corrections.first_seen IS 'First capture of what it corrects';
COMMENT ON COLUMN corrections.last_seen IS 'Last capture of what it corrects';

CREATE TABLE changes (
    run_id VARCHAR NOT NULL, table_name VARCHAR NOT NULL, row_id VARCHAR NOT NULL, field VARCHAR, change VARCHAR NOT NULL,
    nature VARCHAR NOT NULL, what VARCHAR NOT NULL, before VARCHAR, after VARCHAR,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE changes IS 'What each look at the site told differently from the look before: one row per changed value, new row or lost row';
COMMENT ON COLUMN changes.run_id IS 'The look that showed the change: look- and its first moment in UTC';
COMMENT ON COLUMN changes.table_name IS 'Table';
COMMENT ON COLUMN changes.row_id IS 'Identifier of the row, since the change; the parts of a key are joined by a slash';
COMMENT ON COLUMN changes.field IS 'Column that changed; null for a row that is new or no longer there';
COMMENT ON COLUMN changes.change IS 'added, changed or removed';
COMMENT ON COLUMN changes.nature IS 'factual (a day, hour, place, status, number, territory, theme; a page that is gone), textual (other words, another file, a page no longer linked) or cosmetic (bytes, addresses, stamps, certainty)';
COMMENT ON COLUMN changes.what IS 'In words: day moved, venue changed, hours changed, cancelled, new event, page gone, ...';
COMMENT ON COLUMN changes.before IS 'Value before; for a lost row its columns as JSON';
COMMENT ON COLUMN changes.after IS 'Value since; for a new row its columns as JSON';
COMMENT ON COLUMN changes.first_seen IS 'First moment of the look';
COMMENT ON COLUMN changes.last_seen IS 'Same moment';

-- Bookkeeping: of the runs, not of the site. Never exported, never part of what makes two releases equal.

CREATE TABLE runs (
    run_id VARCHAR NOT NULL, command VARCHAR NOT NULL, started_at TIMESTAMP NOT NULL, outcome VARCHAR NOT NULL,
    code_digest VARCHAR NOT NULL, release VARCHAR, losses INTEGER NOT NULL
);
COMMENT ON TABLE runs IS 'Runs up to and including the one that published this file: one row per run';
COMMENT ON COLUMN runs.run_id IS 'Identifier of the run';
COMMENT ON COLUMN runs.command IS 'Command that started it';
COMMENT ON COLUMN runs.started_at IS 'Moment of the start, UTC';
COMMENT ON COLUMN runs.outcome IS 'published, nothing_new, degraded, refused or failed';
COMMENT ON COLUMN runs.code_digest IS 'Digest of the code that ran';
COMMENT ON COLUMN runs.release IS 'Release that it published or found in place';
COMMENT ON COLUMN runs.losses IS 'Number of captures that could not be read';

CREATE TABLE gates (
    run_id VARCHAR NOT NULL, rule VARCHAR NOT NULL, meaning VARCHAR NOT NULL, severity VARCHAR NOT NULL,
    bound DOUBLE NOT NULL, value DOUBLE NOT NULL, passed BOOLEAN NOT NULL, accepted VARCHAR
);
COMMENT ON TABLE gates IS 'Checks that this file went through before it was published: one row per rule';
COMMENT ON COLUMN gates.run_id IS 'Run that checked';
COMMENT ON COLUMN gates.rule IS 'Name of the rule';
COMMENT ON COLUMN gates.meaning IS 'What the rule demands';
COMMENT ON COLUMN gates.severity IS 'refuse (not published) or degrade (published, and said so)';
COMMENT ON COLUMN gates.bound IS 'Bound of the rule';
COMMENT ON COLUMN gates.value IS 'Value that was found';
COMMENT ON COLUMN gates.passed IS 'Whether the value keeps the bound';
COMMENT ON COLUMN gates.accepted IS 'Who accepted a value that does not keep the bound, when and why; null where nobody did';

CREATE TABLE release (
    version VARCHAR NOT NULL, facts_digest VARCHAR NOT NULL, content_digest VARCHAR NOT NULL, schema_digest VARCHAR NOT NULL
);
COMMENT ON TABLE release IS 'What this file is: one row';
COMMENT ON COLUMN release.version IS 'Last day on which the site was seen, and digits of the content digest';
COMMENT ON COLUMN release.facts_digest IS 'Digest of all public rows without the moments of last sight';
COMMENT ON COLUMN release.content_digest IS 'Digest of all public rows';
COMMENT ON COLUMN release.schema_digest IS 'Digest of tables, views and comments';

CREATE TABLE looks (
    moment TIMESTAMP NOT NULL, until TIMESTAMP NOT NULL, sightings INTEGER NOT NULL, digest VARCHAR NOT NULL
);
COMMENT ON TABLE looks IS 'Looks at the site that history was told from: one row per look; a look ends where an address answers otherwise than before, or after a pause';
COMMENT ON COLUMN looks.moment IS 'First sighting, UTC: what the look shows holds from here on';
COMMENT ON COLUMN looks.until IS 'Last sighting, UTC';
COMMENT ON COLUMN looks.sightings IS 'Number of sightings';
COMMENT ON COLUMN looks.digest IS 'Digest of this look, of all before it, and of the code that read them';

-- What the next build needs to make only what differs. Nothing here says anything that the public tables do not say.

CREATE TABLE parts (kind VARCHAR NOT NULL, name VARCHAR NOT NULL, seal VARCHAR NOT NULL);
COMMENT ON TABLE parts IS 'What rows are made of one at a time: one row per event, page and document';
COMMENT ON COLUMN parts.kind IS 'event, page, document or unread';
COMMENT ON COLUMN parts.name IS 'Identifier';
COMMENT ON COLUMN parts.seal IS 'Digest of all that its rows depend on';

CREATE TABLE outline_tellings (
    name VARCHAR NOT NULL, place VARCHAR NOT NULL, source_id VARCHAR NOT NULL, event_id VARCHAR,
    component VARCHAR NOT NULL, root VARCHAR, title_key VARCHAR NOT NULL, titles VARCHAR[] NOT NULL, days DATE[] NOT NULL,
    dated BOOLEAN NOT NULL, mention BOOLEAN NOT NULL, relation VARCHAR NOT NULL, cities VARCHAR[] NOT NULL,
    online BOOLEAN NOT NULL, site VARCHAR NOT NULL, stated VARCHAR, series VARCHAR, joined VARCHAR, cycle VARCHAR,
    venues VARCHAR[] NOT NULL
);
COMMENT ON TABLE outline_tellings IS 'What one source says of one event, as far as linking it with others asks';
COMMENT ON COLUMN outline_tellings.name IS 'Source, form of it, and key of the event there';
COMMENT ON COLUMN outline_tellings.place IS 'Text that orders tellings: pages about the event first, by node, then by address, then documents';
COMMENT ON COLUMN outline_tellings.source_id IS 'Page or document';
COMMENT ON COLUMN outline_tellings.event_id IS 'Event; null where only a replaced version tells it';
COMMENT ON COLUMN outline_tellings.component IS 'Name of the first telling of all those that bear on its event';
COMMENT ON COLUMN outline_tellings.root IS 'Name of the first telling of its event, before reports were joined to announcements';
COMMENT ON COLUMN outline_tellings.title_key IS 'Telling words of its title';
COMMENT ON COLUMN outline_tellings.titles IS 'All keys that another title may be near to, their words sorted';
COMMENT ON COLUMN outline_tellings.days IS 'Known days';
COMMENT ON COLUMN outline_tellings.dated IS 'Whether it has any day or period';
COMMENT ON COLUMN outline_tellings.mention IS 'Whether the source only names the event';
COMMENT ON COLUMN outline_tellings.relation IS 'announces, reports or mentions';
COMMENT ON COLUMN outline_tellings.cities IS 'Towns where people meet';
COMMENT ON COLUMN outline_tellings.online IS 'Whether one can join online';
COMMENT ON COLUMN outline_tellings.site IS 'Host that published the source';
COMMENT ON COLUMN outline_tellings.stated IS 'Key of the cycle that it states';
COMMENT ON COLUMN outline_tellings.series IS 'Key of its cycle, as all spellings share it';
COMMENT ON COLUMN outline_tellings.joined IS 'The same, once names of one cycle were joined by events';
COMMENT ON COLUMN outline_tellings.cycle IS 'Key of the cycle of its event, corrections included';
COMMENT ON COLUMN outline_tellings.venues IS 'What its venues are compared by: town, street and name';

CREATE TABLE outline_sources (
    source_id VARCHAR NOT NULL, kind VARCHAR NOT NULL, urls VARCHAR[] NOT NULL, addresses VARCHAR[] NOT NULL,
    links VARCHAR[] NOT NULL, former_links VARCHAR[] NOT NULL
);
COMMENT ON TABLE outline_sources IS 'Where a page or document stands, and what a page links';
COMMENT ON COLUMN outline_sources.source_id IS 'Page or document';
COMMENT ON COLUMN outline_sources.kind IS 'page, document or unread';
COMMENT ON COLUMN outline_sources.urls IS 'Addresses of its captures';
COMMENT ON COLUMN outline_sources.addresses IS 'The same with those that its pages say are their own';
COMMENT ON COLUMN outline_sources.links IS 'Addresses that it links now';
COMMENT ON COLUMN outline_sources.former_links IS 'Addresses that only earlier versions of it linked';

CREATE TABLE outline_calm (
    url VARCHAR NOT NULL, source_id VARCHAR NOT NULL, capture_digest VARCHAR NOT NULL, printed BOOLEAN
);
COMMENT ON TABLE outline_calm IS 'Addresses where seeing the same content again tells nothing but that it was seen';
COMMENT ON COLUMN outline_calm.url IS 'Address';
COMMENT ON COLUMN outline_calm.source_id IS 'Page or document';
COMMENT ON COLUMN outline_calm.capture_digest IS 'Content that stands there now';
COMMENT ON COLUMN outline_calm.printed IS 'Whether it was captured in its form for print; null where that makes no difference';

CREATE TABLE outline_terms (
    url VARCHAR NOT NULL, capture_digest VARCHAR NOT NULL, first_seen TIMESTAMP NOT NULL, place INTEGER NOT NULL,
    number INTEGER NOT NULL, theme_id VARCHAR NOT NULL, label VARCHAR NOT NULL
);
COMMENT ON TABLE outline_terms IS 'Numbered terms of the site, capture by capture';
COMMENT ON COLUMN outline_terms.url IS 'Address of the capture';
COMMENT ON COLUMN outline_terms.capture_digest IS 'Its digest';
COMMENT ON COLUMN outline_terms.first_seen IS 'First moment of the capture';
COMMENT ON COLUMN outline_terms.place IS 'Number of the term in the capture';
COMMENT ON COLUMN outline_terms.number IS 'Number of the term on the site';
COMMENT ON COLUMN outline_terms.theme_id IS 'Theme as it was read';
COMMENT ON COLUMN outline_terms.label IS 'Its label there';

CREATE TABLE outline_themes (
    name VARCHAR NOT NULL, place VARCHAR NOT NULL, number INTEGER NOT NULL, theme_id VARCHAR NOT NULL,
    label VARCHAR NOT NULL, site_term INTEGER
);
COMMENT ON TABLE outline_themes IS 'Themes of tellings that have a number on the site, or that the vocabulary does not have';
COMMENT ON COLUMN outline_themes.name IS 'Name of the telling';
COMMENT ON COLUMN outline_themes.place IS 'Text that orders tellings';
COMMENT ON COLUMN outline_themes.number IS 'Number of the theme in the telling';
COMMENT ON COLUMN outline_themes.theme_id IS 'Theme';
COMMENT ON COLUMN outline_themes.label IS 'Its label';
COMMENT ON COLUMN outline_themes.site_term IS 'Number of its term on the site';

CREATE TABLE shown (
    kind VARCHAR NOT NULL, name VARCHAR NOT NULL, row_id VARCHAR NOT NULL, url VARCHAR, capture_digest VARCHAR
);
COMMENT ON TABLE shown IS 'Captures that show the rows of a part: when one is seen again, they were last seen then';
COMMENT ON COLUMN shown.kind IS 'Kind of the part';
COMMENT ON COLUMN shown.name IS 'Identifier of the part';
COMMENT ON COLUMN shown.row_id IS 'Table and identifier of the only row that this is about; empty for all rows of the part that none is about';
COMMENT ON COLUMN shown.url IS 'Address of the capture; null where none shows the row any more';
COMMENT ON COLUMN shown.capture_digest IS 'Its digest';

CREATE TABLE venue_claims (
    event_id VARCHAR NOT NULL, venue_id VARCHAR NOT NULL, name VARCHAR, street VARCHAR, postcode VARCHAR, city VARCHAR,
    commune_code VARCHAR, mode VARCHAR NOT NULL, claims INTEGER NOT NULL, first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE venue_claims IS 'How the sittings of an event write their venues: one row per event, venue and way to write it';
COMMENT ON COLUMN venue_claims.event_id IS 'Event';
COMMENT ON COLUMN venue_claims.venue_id IS 'Venue';
COMMENT ON COLUMN venue_claims.name IS 'Name of the place as written';
COMMENT ON COLUMN venue_claims.street IS 'Number and street as written';
COMMENT ON COLUMN venue_claims.postcode IS 'Postcode as written';
COMMENT ON COLUMN venue_claims.city IS 'Town as written';
COMMENT ON COLUMN venue_claims.commune_code IS 'INSEE code of the town';
COMMENT ON COLUMN venue_claims.mode IS 'in_person, online or hybrid';
COMMENT ON COLUMN venue_claims.claims IS 'Number of sittings, as often as they are told';
COMMENT ON COLUMN venue_claims.first_seen IS 'First capture that says so';
COMMENT ON COLUMN venue_claims.last_seen IS 'Last capture that says so';

CREATE TABLE statements (
    event_id VARCHAR NOT NULL, table_name VARCHAR NOT NULL, row_id VARCHAR NOT NULL, field VARCHAR NOT NULL,
    value VARCHAR NOT NULL, capture_digest VARCHAR NOT NULL, url VARCHAR NOT NULL, place VARCHAR NOT NULL,
    words VARCHAR NOT NULL, rule VARCHAR NOT NULL, certainty DOUBLE NOT NULL, first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE statements IS 'The words with which events state values of venues and cycles; evidence where the row has that value: one row per event, value and place';
COMMENT ON COLUMN statements.event_id IS 'Event';
COMMENT ON COLUMN statements.table_name IS 'venues or cycles';
COMMENT ON COLUMN statements.row_id IS 'Identifier of the venue or cycle';
COMMENT ON COLUMN statements.field IS 'Column';
COMMENT ON COLUMN statements.value IS 'Value that is stated';
COMMENT ON COLUMN statements.capture_digest IS 'Capture that it was read from';
COMMENT ON COLUMN statements.url IS 'Address of that capture';
COMMENT ON COLUMN statements.place IS 'Where the words stand, as in evidence';
COMMENT ON COLUMN statements.words IS 'The words';
COMMENT ON COLUMN statements.rule IS 'Name of the rule that read them';
COMMENT ON COLUMN statements.certainty IS 'How sure the rule is, 0 to 1';
COMMENT ON COLUMN statements.first_seen IS 'First moment of that capture';
COMMENT ON COLUMN statements.last_seen IS 'Last moment of that capture';

CREATE TABLE open_entries (kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
    open_id VARCHAR NOT NULL, page_id VARCHAR, document_id VARCHAR, url VARCHAR, capture_digest VARCHAR,
    text VARCHAR NOT NULL, reason VARCHAR NOT NULL, place VARCHAR, rule VARCHAR NOT NULL,
    first_seen TIMESTAMP, last_seen TIMESTAMP
);
COMMENT ON TABLE open_entries IS 'What each part leaves open, before it is numbered: one row per entry of open_readings and part';
COMMENT ON COLUMN open_entries.kind IS 'Kind of the part; doubt for one between tellings, cycles for one between names of cycles, archive for what could not be read';
COMMENT ON COLUMN open_entries.name IS 'Identifier of the part; of a doubt the name of a telling';
COMMENT ON COLUMN open_entries.open_id IS 'Identifier: digest of the address, the words, the reason and the rule';
COMMENT ON COLUMN open_entries.page_id IS 'Page that it stands on';
COMMENT ON COLUMN open_entries.document_id IS 'Document that it stands in';
COMMENT ON COLUMN open_entries.url IS 'Address of the capture';
COMMENT ON COLUMN open_entries.capture_digest IS 'Capture that it was seen in';
COMMENT ON COLUMN open_entries.text IS 'The words that were not read, or the two sides of a doubt';
COMMENT ON COLUMN open_entries.reason IS 'Why it was left open';
COMMENT ON COLUMN open_entries.place IS 'Where the words stand, as JSON; null for a doubt between pages';
COMMENT ON COLUMN open_entries.rule IS 'Name of the rule that left it open';
COMMENT ON COLUMN open_entries.first_seen IS 'First moment of that capture';
COMMENT ON COLUMN open_entries.last_seen IS 'Last moment of that capture';

CREATE TABLE row_sums (
    table_name VARCHAR NOT NULL, facts_low HUGEINT NOT NULL, facts_high HUGEINT NOT NULL, ended_low HUGEINT NOT NULL,
    ended_high HUGEINT NOT NULL
);
COMMENT ON TABLE row_sums IS 'Sums of the digests of all rows of a table: what the release is told by, whatever the order of the rows';
COMMENT ON COLUMN row_sums.table_name IS 'Table';
COMMENT ON COLUMN row_sums.facts_low IS 'Sum over all rows, without the moments of last sight: the lower half of each digest';
COMMENT ON COLUMN row_sums.facts_high IS 'The upper half';
COMMENT ON COLUMN row_sums.ended_low IS 'Sum over the former states in its history: the lower half';
COMMENT ON COLUMN row_sums.ended_high IS 'The upper half';
