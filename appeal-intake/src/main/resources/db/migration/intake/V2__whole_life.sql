-- What a text to the resident has beside its words: the parts of a split appeal, a ground's meaning, an address.
alter table tracking_event add column details jsonb;
