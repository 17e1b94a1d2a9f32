-- Expand: the version before neither reads nor writes it. A later release may
-- contract, once no instance of that version runs.
ALTER TABLE items ADD COLUMN note text;
