-- When a ticket's content was removed because its time was over: words, files, personal values of its history and what made it findable are gone, its keys and times stay for the numbers.
alter table ticket add column emptied_at timestamptz;

alter table disposal_mark drop constraint disposal_mark_kind_check;
alter table disposal_mark add check (kind in ('customer', 'mail', 'session', 'ticket'));
alter table disposal_run drop constraint disposal_run_kind_check;
alter table disposal_run add check (kind in ('customer', 'mail', 'session', 'ticket'));
