import Ecosystem
import Reporting

extension Record {
    /// A correction as a remark: what is printed, how it is read, and what was done with it.
    var correctionNote: Note {
        let printed = text("printed_form") ?? id
        let title = Localized("Printed as “\(printed)”", "原文为“\(printed)”")
        let parts = [phrase("resolution"), phrase("handling")].compactMap { $0 }
        return Note(
            .warning, title, parts.isEmpty ? nil : Localized.joined(parts, Localized("; ", "；")),
            origin: origin)
    }
}

extension EcosystemModel {
    /// Records by id, those that are there, in the order given.
    func records(ids: some Sequence<String>) -> [Record] { ids.compactMap { record(id: $0) } }

    /// The name of a record, or the id where there is no such record.
    func name(of id: String) -> Localized { record(id: id)?.name ?? Localized(same: id) }

    /// A linked name, or the id as words where there is no such record.
    func linkCell(_ id: String?, origin: Origin? = nil) -> Cell {
        guard let id else { return .noRecord }
        guard let record = record(id: id) else { return .text(Localized(same: id)) }
        return .link(record, origin: origin)
    }

    /// Linked names; "no record" where there are none.
    func linksCell(_ ids: some Sequence<String>, origin: Origin? = nil) -> Cell {
        .links(records(ids: ids), origin: origin)
    }
}

extension Table.Column {
    /// A column of words.
    static func words(_ id: String, _ en: String, _ zh: String) -> Table.Column {
        Table.Column(id, Localized(en, zh))
    }

    /// A column of numbers.
    static func numbers(_ id: String, _ en: String, _ zh: String, unit: Localized? = nil) -> Table.Column {
        Table.Column(id, Localized(en, zh), unit: unit, kind: .number)
    }

    /// A column of percentages.
    static func percent(_ id: String, _ en: String, _ zh: String) -> Table.Column {
        numbers(id, en, zh, unit: Localized(same: "%"))
    }
}

extension Cell {
    /// A fraction as a percentage with one decimal; "unknown" where there is none.
    static func percent(_ fraction: Double?, origin: Origin? = nil) -> Cell {
        fraction.map { .number($0 * 100, decimals: 1, origin: origin) } ?? .unknown
    }
}
