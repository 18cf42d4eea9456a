/** Settings of the embedded database: PostgreSQL's own 128 MB of buffers would lie in the process. */
export const POSTGRESQL_CONF = ["shared_buffers = 8MB", "maintenance_work_mem = 4MB"];
