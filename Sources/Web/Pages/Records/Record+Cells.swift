import Ecosystem
import Reporting

extension Record {
    /// The cell that links to this record and carries where it comes from.
    var headCell: Cell {
        let isFact = EcosystemSchema.schema(of: kind).isFact
        return Cell(.links([Cell.Link(heading, kind: kind, id: id)]), origin: isFact ? origin : nil)
    }

    /// A field as a cell; what is not stated is said in words.
    func cell(_ name: FieldName, origin: Origin? = nil) -> Cell {
        guard let text = text(name), let field = EcosystemSchema.schema(of: kind).field(name) else {
            let isReference = EcosystemSchema.schema(of: kind).field(name)?.type.targets != nil
            return isReference ? .noRecord : .notPrinted
        }
        switch field.type {
        case .phrase: return Cell(.text(model.phrase(text)), origin: origin)
        case .phrases:
            return Cell(.text(Localized.joined(phrases(name), Localized("; ", "；"))), origin: origin)
        case .code(let vocabulary): return Cell(.text(vocabulary.label(text)), origin: origin)
        case .codes(let vocabulary):
            return Cell(.text(Localized.joined(list(name).map { vocabulary.label($0) })), origin: origin)
        case .boolean:
            return Cell(.text(text == "yes" ? Localized("yes", "是") : Localized("no", "否")), origin: origin)
        case .reference, .references:
            let links = list(name).map { id in
                model.record(id: id).map { Cell.Link($0.heading, kind: $0.kind, id: $0.id) }
            }
            let known = links.compactMap { $0 }
            return known.isEmpty ? .text(text) : Cell(.links(known), origin: origin)
        case .period: return Cell(.text(Period(reading: text).cell), origin: origin)
        case .unit: return Cell(.text(UnitOfMeasure(text).label), origin: origin)
        case .number, .longitude, .latitude:
            guard let number = FigureNumber(printed: text) else { return .text(text) }
            return Cell(.number(number), origin: origin)
        default: return Cell(.text(Localized(same: text)), origin: origin)
        }
    }

    /// The figure of an indicator with sign and unit, for readers; `nil` where the value is no number.
    var figureText: Localized? {
        guard kind == .indicator, let number = text("value").flatMap(PrintedNumber.init(reading:)) else {
            return nil
        }
        let qualifier = text("qualifier").flatMap(Qualifier.init(reading:)) ?? .exactly
        return PrintedFigure(number, UnitOfMeasure(text("unit") ?? ""), qualifier).text
    }

    /// The same, to stand in a sentence.
    var figureSentence: Localized? {
        guard kind == .indicator, let number = text("value").flatMap(PrintedNumber.init(reading:)) else {
            return nil
        }
        let qualifier = text("qualifier").flatMap(Qualifier.init(reading:)) ?? .exactly
        return PrintedFigure(number, UnitOfMeasure(text("unit") ?? ""), qualifier).sentence
    }

    /// The date of an event or period with the precision that is printed; `nil` where there is none.
    func date(_ field: FieldName = "date") -> Localized? {
        guard let text = text(field) else { return nil }
        let words = Period(reading: text).words
        switch self.text("date_precision") {
        case "year_end": return Localized("end of \(words.en)", "\(words.zh)底")
        case "decade": return Localized("\(words.en)s", "\(text) 年代")
        default: return words
        }
    }

    /// Longitude and latitude where both are known.
    var point: (longitude: Double, latitude: Double)? {
        guard let longitude = number("lon"), let latitude = number("lat") else { return nil }
        return (longitude, latitude)
    }

    /// Whether the record is in place, as far as basis and status say.
    var isActual: Bool {
        guard origin.state == .actual else { return false }
        guard kind == .site else { return true }
        return !["planned", "signed", "approved", "under_construction", "construction_started", "relocated"]
            .contains(text("status") ?? "")
    }
}
