-- Names are compared letter by letter, whatever stands beside a letter (Text.folded). Until now a sigma at the end of a word
-- was another letter than elsewhere, and the capital sharp s another one than the small one.
update asset set folded_name = replace(replace(folded_name, 'ς', 'σ'), 'ß', 'ss') where folded_name ~ '[ςß]';
