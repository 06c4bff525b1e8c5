-- Written for NewsDiff. OrleansQuery is the one name that the ADO.NET providers of Microsoft Orleans know: they read
-- their statements from it. A database with statements of its own, such as those that Orleans publishes, keeps them.
-- Statements are apart by an empty line, run in one transaction, and may be run again.
SELECT pg_advisory_xact_lock(7286941530213);

CREATE TABLE IF NOT EXISTS OrleansQuery (QueryKey varchar(64) PRIMARY KEY, QueryText text NOT NULL);

CREATE TABLE IF NOT EXISTS newsdiff_cluster (deployment_id text COLLATE "C" PRIMARY KEY, version integer NOT NULL);

CREATE TABLE IF NOT EXISTS newsdiff_silo (
    deployment_id text COLLATE "C" NOT NULL REFERENCES newsdiff_cluster,
    address text COLLATE "C" NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status integer NOT NULL,
    proxy_port integer NOT NULL,
    suspect_times text,
    start_time timestamptz NOT NULL,
    alive_at timestamptz NOT NULL,
    PRIMARY KEY (deployment_id, address, port, generation)
) WITH (fillfactor = 50);

CREATE TABLE IF NOT EXISTS newsdiff_reminder (
    service_id text COLLATE "C" NOT NULL,
    grain_id text COLLATE "C" NOT NULL,
    reminder_name text COLLATE "C" NOT NULL,
    start_time timestamptz NOT NULL,
    period bigint NOT NULL,
    grain_hash integer NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_id, grain_id, reminder_name)
);

CREATE INDEX IF NOT EXISTS newsdiff_reminder_by_hash ON newsdiff_reminder (service_id, grain_hash);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', $$/* NewsDiff */
    WITH added AS (
        INSERT INTO newsdiff_cluster (deployment_id, version) VALUES (@DeploymentId, 0)
        ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*) = 1 FROM added
$$),
('InsertMembershipKey', $$/* NewsDiff */
    WITH turned AS (
        UPDATE newsdiff_cluster SET version = version + 1
        WHERE deployment_id = @DeploymentId AND version = @Version RETURNING deployment_id),
    added AS (
        INSERT INTO newsdiff_silo (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port,
            start_time, alive_at)
        SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime,
            @IAmAliveTime
        FROM turned
        ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*) = 1 FROM added
$$),
('UpdateMembershipKey', $$/* NewsDiff */
    WITH turned AS (
        UPDATE newsdiff_cluster SET version = version + 1
        WHERE deployment_id = @DeploymentId AND version = @Version RETURNING deployment_id),
    changed AS (
        UPDATE newsdiff_silo s SET status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime
        FROM turned
        WHERE s.deployment_id = turned.deployment_id
            AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
        RETURNING 1)
    SELECT count(*) = 1 FROM changed
$$),
('UpdateIAmAlivetimeKey', $$/* NewsDiff */
    UPDATE newsdiff_silo SET alive_at = @IAmAliveTime
    WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$$),
('MembershipReadRowKey', $$/* NewsDiff */
    SELECT c.version AS Version, s.address AS Address, s.port AS Port, s.generation AS Generation,
        s.silo_name AS SiloName, s.host_name AS HostName, s.status AS Status, s.proxy_port AS ProxyPort,
        s.suspect_times AS SuspectTimes, s.start_time AS StartTime, s.alive_at AS IAmAliveTime
    FROM newsdiff_cluster c LEFT JOIN newsdiff_silo s ON s.deployment_id = c.deployment_id
        AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
    WHERE c.deployment_id = @DeploymentId
$$),
('MembershipReadAllKey', $$/* NewsDiff */
    SELECT c.version AS Version, s.address AS Address, s.port AS Port, s.generation AS Generation,
        s.silo_name AS SiloName, s.host_name AS HostName, s.status AS Status, s.proxy_port AS ProxyPort,
        s.suspect_times AS SuspectTimes, s.start_time AS StartTime, s.alive_at AS IAmAliveTime
    FROM newsdiff_cluster c LEFT JOIN newsdiff_silo s ON s.deployment_id = c.deployment_id
    WHERE c.deployment_id = @DeploymentId
$$),
('GatewaysQueryKey', $$/* NewsDiff */
    SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation FROM newsdiff_silo
    WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0
$$),
('CleanupDefunctSiloEntryKey', $$/* NewsDiff */
    DELETE FROM newsdiff_silo
    WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
        AND status = 6 AND start_time = @StartTime AND alive_at = @IAmAliveTime
        AND suspect_times IS NOT DISTINCT FROM @SuspectTimes
$$),
('CleanupDefunctSiloEntriesKey', $$/* NewsDiff */
    DELETE FROM newsdiff_silo WHERE deployment_id = @DeploymentId AND status = 6 AND alive_at < @IAmAliveTime
$$),
('DeleteMembershipTableEntriesKey', $$/* NewsDiff */
    WITH gone AS (DELETE FROM newsdiff_silo WHERE deployment_id = @DeploymentId)
    DELETE FROM newsdiff_cluster WHERE deployment_id = @DeploymentId
$$),
('UpsertReminderRowKey', $$/* NewsDiff */
    INSERT INTO newsdiff_reminder AS r (service_id, grain_id, reminder_name, start_time, period, grain_hash, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (service_id, grain_id, reminder_name) DO UPDATE SET
        start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash,
        version = r.version + 1
    RETURNING version AS Version
$$),
('ReadReminderRowsKey', $$/* NewsDiff */
    SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period,
        version AS Version
    FROM newsdiff_reminder WHERE service_id = @ServiceId AND grain_id = @GrainId
$$),
('ReadReminderRowKey', $$/* NewsDiff */
    SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period,
        version AS Version
    FROM newsdiff_reminder WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName
$$),
('ReadRangeRows1Key', $$/* NewsDiff */
    SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period,
        version AS Version
    FROM newsdiff_reminder WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
$$),
('ReadRangeRows2Key', $$/* NewsDiff */
    SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period AS Period,
        version AS Version
    FROM newsdiff_reminder WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
$$),
('DeleteReminderRowKey', $$/* NewsDiff */
    WITH gone AS (
        DELETE FROM newsdiff_reminder
        WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName AND version = @Version
        RETURNING 1)
    SELECT count(*) = 1 FROM gone
$$),
('DeleteReminderRowsKey', $$/* NewsDiff */
    DELETE FROM newsdiff_reminder WHERE service_id = @ServiceId
$$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText
WHERE starts_with(OrleansQuery.QueryText, '/* NewsDiff */');
