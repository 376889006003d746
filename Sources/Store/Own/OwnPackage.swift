/// A data package that a visitor keeps here, behind a private link.
public struct OwnPackage: Sendable, Equatable {
    /// Its private link: 32 hexadecimal digits that nobody guesses. Who has it may read and change the package.
    public let token: String
    /// Its id in the package itself, in answers and in the log; it does not open anything.
    public let handle: String
    /// Its title, as the visitor wrote it.
    public let title: String
    /// Id of the served package that it began as a copy of; empty where it began empty.
    public let start: String
    /// When it was made, in seconds since 1970.
    public let createdAt: Double
    /// When it was changed last, in seconds since 1970.
    public let changedAt: Double
    /// Its versions, the present one last; there is at least one.
    public var versions: [OwnVersion]

    /// The present version.
    public var current: Int { versions.last?.number ?? 0 }
}

/// One version of an own package: a folder that is never changed.
public struct OwnVersion: Sendable, Equatable {
    /// Counted from 1.
    public let number: Int
    /// When it was made, in seconds since 1970.
    public let madeAt: Double
    /// What it came from: the file's name, or empty for the start.
    public let what: String
    /// Bytes of its folder.
    public let bytes: Int

    /// A version.
    public init(number: Int, madeAt: Double, what: String, bytes: Int) {
        self.number = number
        self.madeAt = madeAt
        self.what = what
        self.bytes = bytes
    }
}

/// A file that was uploaded and waits to be looked at and committed.
public struct OwnDraft: Sendable, Equatable {
    /// The file's name, as it was sent.
    public let name: String
    /// Its bytes.
    public let content: [UInt8]
    /// How its columns are to be read, as the JSON of a mapping file; empty where that is left to recognition.
    public let mapping: String

    /// A draft.
    public init(name: String, content: [UInt8], mapping: String) {
        self.name = name
        self.content = content
        self.mapping = mapping
    }
}

/// What all visitors together, and each one, may keep.
public struct OwnLimits: Sendable, Equatable {
    /// Packages of one visitor.
    public var packagesOfOne = 20
    /// Packages of all.
    public var packages = 2_000
    /// Bytes of all packages, drafts and inputs.
    public var bytes = 4 << 30
    /// Versions of a package; the oldest go first, so undo reaches so far back.
    public var versions = 20

    /// The limits of a program that serves one region's readers.
    public init() {}
}
