-- A queue: each row lives for a moment, so what is dead outnumbers what lives within seconds, and each look for work walks over it. Cleaned by a small
-- fixed number of dead rows instead of a share of the table; pages keep room, so that a lease is written beside the row it replaces.
alter table due_work set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 5000, autovacuum_vacuum_cost_delay = 0, fillfactor = 70);
