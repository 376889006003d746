public import Reporting

/// Where finished reports are kept beyond the life of the process.
public protocol RunArchive: Sendable {
    /// The kept report of an address.
    func report(at address: String) -> Report?
    /// Keeps a report; partial ones are never given.
    func keep(_ report: Report, at address: String)
}
