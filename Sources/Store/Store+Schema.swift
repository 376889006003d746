import GRDB

extension Store {
    /// The steps that bring any older state folder to the present schema, in order, never changed once shipped.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 runs") { database in
            try database.execute(
                sql: """
                    CREATE TABLE run (
                        address TEXT PRIMARY KEY NOT NULL,
                        study TEXT NOT NULL,
                        version TEXT NOT NULL,
                        package TEXT NOT NULL,
                        fingerprint TEXT NOT NULL,
                        kept_at REAL NOT NULL,
                        report BLOB NOT NULL
                    ) STRICT;
                    CREATE INDEX run_by_time ON run(kept_at);
                    """)
        }
        return migrator
    }
}
