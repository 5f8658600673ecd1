-- Customers who have objected are left out of analyses.
alter table customer add column objected_at timestamptz;
