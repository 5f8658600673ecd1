-- An appointment with a customer is a reason to open his contacts.
alter table contact_reading drop constraint contact_reading_purpose_check;
alter table contact_reading add check (purpose in ('ticket', 'visit', 'complaint', 'request', 'duty', 'break-glass', 'former'));
