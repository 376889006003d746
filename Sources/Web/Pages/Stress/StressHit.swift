import Reporting

/// One firm that is hit, as the answer of the study tells it.
struct StressHit {
    /// One firm on the way of a loss.
    struct Step {
        let firm: String
        let sector: String?
        let region: String?
    }

    let firm: String
    let sector: String
    let region: String?
    let loss: Double
    /// The middle 90 % of the samples, where there are some.
    let interval: (low: Double, high: Double)?
    let share: Double
    let worst: Double
    let worstDay: Int
    let hitDay: Int
    /// `shock`, `input` or `orders`.
    let cause: String
    let input: String?
    let way: String?
    let steps: [Step]
    let jobDays: Double?

    /// All of a report, the largest loss first.
    static func all(_ report: Report) -> [StressHit] {
        (report.result["hits"]?.items ?? []).compactMap { StressHit($0) }
    }

    private init?(_ value: JSONValue) {
        guard let firm = value["firm"]?.text, let loss = value["loss"]?.size else { return nil }
        self.firm = firm
        self.loss = loss
        sector = value["sector"]?.text ?? ""
        region = value["region"]?.text
        if let low = value["low"]?.size, let high = value["high"]?.size {
            interval = (low, high)
        } else {
            interval = nil
        }
        share = value["share"]?.size ?? 0
        worst = value["worst"]?.size ?? 0
        worstDay = value["worstDay"]?.count ?? 0
        hitDay = value["hitDay"]?.count ?? 0
        cause = value["cause"]?.text ?? "shock"
        input = value["input"]?.text
        way = value["way"]?.text
        jobDays = value["jobDays"]?.size
        let along = value["along"]?.items ?? []
        steps = (value["path"]?.items ?? []).enumerated().compactMap { place, id in
            id.text.map { id in
                Step(
                    firm: id, sector: along.indices.contains(place) ? along[place]["sector"]?.text : nil,
                    region: along.indices.contains(place) ? along[place]["region"]?.text : nil)
            }
        }
    }
}

extension JSONValue {
    /// The number of a value; `nil` for what is none.
    var size: Double? {
        switch self {
        case .number(let number): number
        case .integer(let count): Double(count)
        default: nil
        }
    }
}
