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
        migrator.registerMigration("2 scenarios, own packages, audit") { database in
            try database.execute(sql: Store.ownSchema)
        }
        return migrator
    }

    /// What visitors keep. Owners are known by the SHA-256 of their private cookie only.
    private static let ownSchema = """
        CREATE TABLE scenario (
            id TEXT PRIMARY KEY NOT NULL,
            owner TEXT NOT NULL,
            package TEXT NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            created_at REAL NOT NULL,
            changed_at REAL NOT NULL
        ) STRICT;
        CREATE INDEX scenario_by_owner ON scenario(owner, changed_at);

        CREATE TABLE own_package (
            token TEXT PRIMARY KEY NOT NULL,
            handle TEXT NOT NULL UNIQUE,
            owner TEXT NOT NULL,
            title TEXT NOT NULL,
            start TEXT NOT NULL,
            created_at REAL NOT NULL,
            changed_at REAL NOT NULL
        ) STRICT;
        CREATE INDEX own_package_by_owner ON own_package(owner, changed_at);
        CREATE TABLE own_version (
            handle TEXT NOT NULL REFERENCES own_package(handle) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            made_at REAL NOT NULL,
            what TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            PRIMARY KEY (handle, number)
        ) STRICT;
        CREATE TABLE own_draft (
            handle TEXT PRIMARY KEY NOT NULL REFERENCES own_package(handle) ON DELETE CASCADE,
            name TEXT NOT NULL,
            content BLOB NOT NULL,
            mapping TEXT NOT NULL,
            made_at REAL NOT NULL
        ) STRICT;
        CREATE TABLE own_input (
            handle TEXT NOT NULL REFERENCES own_package(handle) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            content BLOB NOT NULL,
            made_at REAL NOT NULL,
            PRIMARY KEY (handle, kind)
        ) STRICT;

        CREATE TABLE audit (
            number INTEGER PRIMARY KEY NOT NULL,
            at REAL NOT NULL,
            act TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        """
}
