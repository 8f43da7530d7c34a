-- One row for each value of each entry: what people mean by "the ledger".
CREATE VIEW ledger AS
SELECT entries.release, entries.nr AS entry, entries.package, entries.line, entries.channel, entries.donor,
       entries.kind, entries.kind_text, entry_values.measure, entries.date_sort,
       CASE WHEN entries.date_sort = 'day' THEN entries.earliest END AS announced,
       entries.earliest, entries.latest, entries.coded_month, entry_values.given, entry_values.euros,
       entry_values.amount, entry_values.currency, entries.item, entries.explanation, entry_values.place_sheet,
       entry_values.place_row, entry_values.place_column
FROM entries JOIN entry_values ON entry_values.release = entries.release AND entry_values.entry = entries.nr;
