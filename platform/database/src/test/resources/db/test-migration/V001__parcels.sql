CREATE TABLE parcel (
  tenant_id uuid   NOT NULL,
  id        bigint GENERATED ALWAYS AS IDENTITY,
  label     text   NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
ALTER TABLE parcel ENABLE ROW LEVEL SECURITY;
ALTER TABLE parcel FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON parcel
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

CREATE FUNCTION count_parcels() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = desk, pg_temp
  AS 'SELECT count(*) FROM parcel';
GRANT SELECT ON parcel TO desk_search;
ALTER FUNCTION count_parcels() OWNER TO desk_search;
