import Ecosystem

/// The figures of a region as series: one indicator of one thing in one unit.
struct SeriesReader {
    /// A series that is being read.
    struct Key: Hashable, Comparable {
        var indicator: String
        var entity: String
        var unit: String

        static func < (left: Key, right: Key) -> Bool {
            (left.indicator, left.entity, left.unit) < (right.indicator, right.entity, right.unit)
        }
    }

    let model: EcosystemModel
    /// Actual figures by series, earliest first, one a time.
    private(set) var actual: [Key: [Indicator]] = [:]
    /// Planned figures by series.
    private(set) var planned: [Key: [Indicator]] = [:]
    /// Figures without a date or order.
    private(set) var undated: [Key: [Indicator]] = [:]

    init(_ model: EcosystemModel, region: RegionID?, indicator: String?) {
        self.model = model
        let tree = RegionTree(model, region: region)
        let places = RecordPlaces(model: model, tree: tree)
        let all = model.all(Indicator.self)
        // A printed figure that is read as another indicator is followed under that reading.
        var reread: Set<String> = []
        for figure in all {
            if let corrected = figure.corrects, let original = model.find(corrected, as: Indicator.self),
                original.definition != figure.definition
            {
                reread.insert(corrected.text)
            }
        }
        var found: [Key: [String: [Indicator]]] = [:]
        for figure in all where figure.value != nil && !reread.contains(figure.id.text) {
            if let indicator, figure.definition.text != indicator { continue }
            // A rank, a code or a time that has passed is no quantity that rises or falls.
            switch UnitOfMeasure(figure.unit ?? "").dimension {
            case .rank, .code, .calendar: continue
            default: break
            }
            guard places.region(of: figure.entity).map(tree.isInside) ?? (region == nil) else { continue }
            let key = Key(
                indicator: figure.definition.text, entity: figure.entity,
                unit: UnitOfMeasure(figure.unit ?? "").key)
            switch figure.record.factState {
            case .planned, .possible, .recommended: planned[key, default: []].append(figure)
            default:
                if figure.order == nil {
                    undated[key, default: []].append(figure)
                } else {
                    found[key, default: [:]][Period(reading: figure.period ?? "").text, default: []].append(
                        figure)
                }
            }
        }
        actual = found.mapValues { times in
            times.values.compactMap(SeriesReader.best).sorted {
                (($0.order ?? 0), $0.id.text) < (($1.order ?? 0), $1.id.text)
            }
        }
    }

    /// Of several figures of one time: printed, declared or counted before derived, derived before corrected readings.
    private static func best(_ figures: [Indicator]) -> Indicator? {
        figures.enumerated().min { left, right in
            (left.element.strength, left.offset) < (right.element.strength, right.offset)
        }?.element
    }
}

extension Indicator {
    /// Its place in time as `yyyymmdd` of the last day; words that say first or last stand before and after all dates.
    /// `nil` where its period gives no order.
    var order: Int? {
        switch Period(reading: period ?? "") {
        case .at(let point), .span(_, .some(let point)): return point.lastDay
        case .worded(let words):
            let word = words.lowercased()
            if ["peak", "before", "此前", "峰值"].contains(word) { return 0 }
            if ["latest", "now", "最近", "目前"].contains(word) { return 99_999_999 }
            return nil
        default: return nil
        }
    }

    /// Its place in time in years; `nil` for words.
    var years: Double? {
        guard let order, order > 0, order < 99_999_999 else { return nil }
        return Double(order / 10_000) + Double(order / 100 % 100 - 1) / 12
    }

    fileprivate var strength: Int {
        if isCorrectedReading { return 2 }
        return status == "derived" || status == "estimated" ? 1 : 0
    }
}
