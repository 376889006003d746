import Ecosystem

/// What a map over time shows: the times of its table, and what each area loses at each.
struct MapCourse {
    /// The times, as the table orders them.
    let times: [Double]
    let areas: [Picture.Area]
    /// What areas lose in per cent, row by row; `nil` where nothing is known.
    private let losses: [[Double?]]

    /// Reads a table; `nil` where it has no times or lacks the columns.
    init?(_ table: Table, time: String, areas: [Picture.Area]) {
        func place(_ id: String) -> Int? { table.columns.firstIndex { $0.id == id } }
        guard let first = place(time), !areas.isEmpty else { return nil }
        let columns = areas.map { place($0.column) }
        func number(_ row: [Cell], _ place: Int?) -> Double? {
            guard let place, row.indices.contains(place), case .number(let number) = row[place].value
            else { return nil }
            return number.value
        }
        var times: [Double] = []
        var losses: [[Double?]] = []
        for row in table.rows {
            guard let time = number(row, first) else { continue }
            times.append(time)
            losses.append(columns.map { number(row, $0) })
        }
        guard !times.isEmpty else { return nil }
        self.times = times
        self.areas = areas
        self.losses = losses
    }

    /// What an area loses at a place of ``times``.
    func loss(_ area: Int, at place: Int) -> Double? { losses[place][area] }

    /// What all areas lose together, for choosing times.
    private func sum(_ place: Int) -> Double { losses[place].reduce(0) { $0 + max(0, $1 ?? 0) } }

    /// The time at which most is lost, the first of several.
    var worst: Int { times.indices.max { (sum($0), -$0) < (sum($1), -$1) } ?? 0 }

    /// The time nearest to one that was asked for.
    func place(near time: Double) -> Int {
        times.indices.min { (abs(times[$0] - time), $0) < (abs(times[$1] - time), $1) } ?? 0
    }

    /// Three times for paper: on the way to the worst, the worst, and when half of it is left.
    var three: [Int] {
        let worst = worst
        let most = sum(worst)
        let before = times.indices.first { sum($0) >= most / 2 } ?? 0
        let after = times.indices.last { sum($0) >= most / 2 } ?? worst
        var chosen: [Int] = []
        for place in [before, worst, after] where !chosen.contains(place) { chosen.append(place) }
        for place in [times.count - 1, 0] where chosen.count < 3 && !chosen.contains(place) {
            chosen.append(place)
        }
        return chosen.sorted()
    }

    /// The distance of two times where it is the same everywhere, for a slider; 1 where there is but one.
    var step: Double {
        guard times.count > 1 else { return 1 }
        return times[1] - times[0]
    }
}

/// The classes of losses on a map, in per cent.
enum LossShades {
    /// The smallest loss of each class.
    static let bounds: [Double] = [0.1, 1, 10, 25, 50]

    /// The class of a loss: 1 for the smallest, 0 below them all.
    static func shade(_ percent: Double) -> Int { bounds.count { percent >= $0 } }

    /// What a class holds, in words.
    static func label(_ shade: Int) -> Localized {
        func digits(_ value: Double) -> String {
            NumberWording.digits(value, decimals: value == value.rounded() ? 0 : 1)
        }
        guard shade > 0 else {
            return Localized("less than \(digits(bounds[0])) %", "不到 \(digits(bounds[0]))%")
        }
        let low = digits(bounds[min(shade, bounds.count) - 1])
        guard shade < bounds.count else { return Localized("\(low) % or more", "\(low)% 及以上") }
        let high = digits(bounds[shade])
        return Localized("\(low)–\(high) %", "\(low)%–\(high)%")
    }
}
