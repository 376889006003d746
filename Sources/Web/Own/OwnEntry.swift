import DataPackages
import Ecosystem
import Reporting
import Store

/// An own package as it is served.
struct OwnEntry: Sendable {
    /// What is known of it.
    let package: OwnPackage
    /// Its present version as it was read.
    let loaded: LoadedPackage
    /// The same for pages.
    let served: ServedPackage
    /// The outline of its map, where it began as a copy of a package that has one.
    let outline: MapOutline?
}

/// A file that waits: what it holds, what it would change, and what is wrong.
struct StagedDraft: Sendable {
    let draft: OwnDraft
    let survey: ImportSurvey
    /// What would change; `nil` where `problem` says why that cannot be told.
    let staged: StagedImport?
    let problem: Localized?

    /// What was found, in order.
    var findings: [Finding] { staged?.preview.findings ?? survey.findings }

    /// Whether it can be committed without accepting errors.
    var isClean: Bool { problem == nil && !findings.hasErrors }
}
