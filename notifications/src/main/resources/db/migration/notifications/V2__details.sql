-- What a notice says beside somebody's words: the parts of a split appeal, a ground's meaning, an address. Like the words
-- it is gone once the notice is decided.
alter table notice add column details text;
