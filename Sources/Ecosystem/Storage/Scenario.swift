/// Changes to try on a model, with the shocks that later studies read.
///
/// The file form is `{title, changes: [{remove|set|add, id, field, value}], shocks: […], seed}`; see
/// `docs/formats/scenario.md`.
public struct Scenario: Sendable, Hashable, Codable {
    /// One change.
    public enum Change: Sendable, Hashable {
        /// Takes a record away, with what cannot stand without it (activities, relations, figures); other references to
        /// it read as "not stated".
        case remove(id: String)
        /// Sets one field of a record; an empty value means "not stated".
        case set(id: String, field: FieldName, value: String)
        /// Adds a record of a kind with these fields.
        case add(RecordKind, id: String, fields: [FieldName: String])
    }

    /// Something that stops or fails, for the stress studies.
    public struct Shock: Sendable, Hashable, Codable {
        /// Id of the record that is hit.
        public var what: String
        /// First day, from 0.
        public var start: Double
        /// Days until recovery begins.
        public var days: Double
        /// Part that is lost, 0…1.
        public var depth: Double
        /// Days of recovery.
        public var recovery: Double

        /// A shock.
        public init(
            what: String, start: Double = 0, days: Double = 0, depth: Double = 1, recovery: Double = 0
        ) {
            self.what = what
            self.start = start
            self.days = days
            self.depth = depth
            self.recovery = recovery
        }
    }

    /// What the scenario is called.
    public var title: String
    /// Changes, applied in order.
    public var changes: [Change]
    /// Shocks.
    public var shocks: [Shock]
    /// Seed for studies that draw.
    public var seed: UInt64?

    /// A scenario.
    public init(title: String, changes: [Change] = [], shocks: [Shock] = [], seed: UInt64? = nil) {
        self.title = title
        self.changes = changes
        self.shocks = shocks
        self.seed = seed
    }
}
