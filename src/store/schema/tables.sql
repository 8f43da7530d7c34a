-- The tables of the cache. Each row but those of `releases` begins with the release it is of and its number
-- in the order of the source. An empty text is what the source left empty; NULL is what does not exist.
CREATE TABLE releases (
    id VARCHAR NOT NULL,
    nr BIGINT NOT NULL,          -- of the journal line
    series VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    begins DATE,
    cutoff DATE,
    published DATE,
    sha256 VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    importer VARCHAR NOT NULL,
    entries BIGINT NOT NULL,
    observations BIGINT NOT NULL
);

CREATE TABLE entries (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    package VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    channel VARCHAR NOT NULL,
    donor VARCHAR NOT NULL,
    donor_text VARCHAR NOT NULL,
    kind VARCHAR,
    kind_text VARCHAR NOT NULL,
    date_sort VARCHAR NOT NULL,
    earliest DATE,
    latest DATE,
    date_text VARCHAR NOT NULL,
    coded_month VARCHAR,         -- 2022-01 or unknown, as the source's own series count it; NULL: not coded
    explanation VARCHAR NOT NULL,
    currency VARCHAR,
    source_value_given VARCHAR NOT NULL,
    source_value DECIMAL(18, 4),
    source_value_text VARCHAR NOT NULL,
    value_source VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    item_type VARCHAR NOT NULL,
    item_sub_type VARCHAR NOT NULL,
    units_given VARCHAR NOT NULL,
    units DECIMAL(18, 4),
    units_text VARCHAR NOT NULL,
    units_delivered_given VARCHAR NOT NULL,
    units_delivered DECIMAL(18, 4),
    units_delivered_text VARCHAR NOT NULL,
    unit_price_usd_given VARCHAR NOT NULL,
    unit_price_usd DECIMAL(18, 4),
    unit_price_usd_text VARCHAR NOT NULL,
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

CREATE TABLE entry_values (
    release VARCHAR NOT NULL,
    entry BIGINT NOT NULL,       -- nr of the entry
    measure VARCHAR NOT NULL,
    given VARCHAR NOT NULL,
    amount DECIMAL(18, 4),
    currency VARCHAR,            -- of `amount`
    euros DECIMAL(18, 4),        -- as the release converts it; what totals add up
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

CREATE TABLE links (
    release VARCHAR NOT NULL,
    entry BIGINT NOT NULL,
    link VARCHAR NOT NULL
);

CREATE TABLE observations (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    donor VARCHAR NOT NULL,
    donor_text VARCHAR NOT NULL,
    month VARCHAR NOT NULL,      -- 2022-01
    kind VARCHAR,                -- NULL: all kinds together
    measure VARCHAR NOT NULL,
    euros DECIMAL(18, 4) NOT NULL,
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

CREATE TABLE figures (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    table_name VARCHAR NOT NULL,
    row_key VARCHAR NOT NULL,
    row_text VARCHAR NOT NULL,
    column_name VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    formula VARCHAR NOT NULL,
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

CREATE TABLE rates (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    currency VARCHAR NOT NULL,
    rate DECIMAL(18, 8) NOT NULL, -- units of the currency for one euro
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

CREATE TABLE day_rates (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    currency VARCHAR NOT NULL,
    day DATE NOT NULL,
    rate DECIMAL(18, 8) NOT NULL
);

CREATE TABLE prices (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    item VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    sub_type VARCHAR NOT NULL,
    price_given VARCHAR NOT NULL,
    price DECIMAL(18, 4),
    price_text VARCHAR NOT NULL,
    currency VARCHAR,
    source VARCHAR NOT NULL,
    source_kind VARCHAR NOT NULL,
    notes VARCHAR NOT NULL,
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

CREATE TABLE macro (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    donor VARCHAR NOT NULL,
    what VARCHAR NOT NULL,       -- gdp, population
    year BIGINT NOT NULL,
    value DECIMAL(18, 4) NOT NULL,
    currency VARCHAR,
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

CREATE TABLE notes (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    text VARCHAR NOT NULL,
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

-- Packages and donors that a note names, in the order of its text.
CREATE TABLE note_links (
    release VARCHAR NOT NULL,
    note BIGINT NOT NULL,        -- nr of the note
    what VARCHAR NOT NULL,       -- package, donor
    id VARCHAR NOT NULL
);

CREATE TABLE findings (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    rule VARCHAR NOT NULL,
    weight VARCHAR NOT NULL,     -- note, odd, wrong
    what VARCHAR NOT NULL,
    effect DECIMAL(18, 4),       -- on a total, in euros
    place_sheet VARCHAR NOT NULL,
    place_row BIGINT NOT NULL,
    place_column BIGINT NOT NULL
);

CREATE TABLE cells (
    release VARCHAR NOT NULL,
    nr BIGINT NOT NULL,
    fate VARCHAR NOT NULL,       -- in, used, set_aside; in = used + all set aside
    reason VARCHAR NOT NULL,
    cells BIGINT NOT NULL
);

-- What the cache was made from; one row.
CREATE TABLE cache_state (
    schema_version VARCHAR NOT NULL,
    journal_lines BIGINT NOT NULL,
    journal_sum VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL -- of all rows, quickly taken; see schema/fingerprint.sql
);
