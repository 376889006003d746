/// Why no network can be drawn from targets; all reasons are given at once.
public enum ReconstructionProblem: Error, Sendable, Equatable {
    /// No group has a firm.
    case noFirms
    /// More firms than a network can number (2³¹ − 1).
    case tooManyFirms(Int)
    /// The coefficients are not sectors × sectors, or the closeness not regions × regions.
    case wrongShape(what: String, count: Int, expected: Int)
    /// A number that is negative or not finite, with where it stands.
    case badNumber(what: String, at: Int, value: Double)
    /// A group of a sector or region that is not there.
    case unknownPlace(group: Int)
    /// Two groups of one sector and region.
    case repeatedGroup(group: Int)
    /// A named firm of a group that is not there, or of one with fewer firms than are named.
    case noRoom(namedFirm: Int)
    /// A named link of a firm that is not there, or of a firm with itself.
    case badLink(Int)
    /// A need of or for a sector that is not there, without inputs, or with one that another need of the same user has.
    case badNeed(Int)
    /// An option outside of what it may be.
    case badOption(String, value: Double)
    /// The listener said to stop.
    case cancelled
}

/// All problems of some targets.
public struct ReconstructionRefusal: Error, Sendable, Equatable {
    /// At least one.
    public var problems: [ReconstructionProblem]

    /// A refusal.
    public init(problems: [ReconstructionProblem]) { self.problems = problems }
}

/// Something that the targets ask and no network of these firms can give.
public enum ReconstructionFinding: Sendable, Equatable {
    /// A sector that others buy of and that has no firm or no output: they buy it elsewhere.
    case emptySector(Int)
    /// A sector whose firms would have to sell more than they make; this share of what is asked is bought elsewhere.
    case boughtElsewhere(sector: Int, share: Double)
    /// A sector of one firm that would have to buy of itself: that part is left out.
    case ownInput(sector: Int, share: Double)
    /// A sector whose firms neither buy nor sell here.
    case isolatedSector(Int)
    /// More links are wanted than there are pairs of firms that may trade; nearly all pairs are linked then.
    case tooManyLinks(wanted: Double, possible: Double)
    /// So many main suppliers are needed that few or no links would be left for other inputs: more are
    /// drawn than were wanted.
    case moreLinksForNeeds(wanted: Double, drawn: Double)
    /// A named link between sectors that do not trade by the coefficients: it has the mean value of a link.
    case namedWithoutFlow(link: Int)
}

extension ReconstructionTargets {
    /// Everything that is wrong with them and with some options.
    func problems(_ options: ReconstructionOptions) -> [ReconstructionProblem] {
        var problems: [ReconstructionProblem] = []
        func shape(_ what: String, _ count: Int, _ expected: Int) {
            if count != expected {
                problems.append(.wrongShape(what: what, count: count, expected: expected))
            }
        }
        func numbers(_ what: String, _ values: [Double]) {
            if let place = values.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
                problems.append(.badNumber(what: what, at: place, value: values[place]))
            }
        }
        shape("coefficients", coefficients.count, sectors.count * sectors.count)
        numbers("coefficients", coefficients)
        if let closeness {
            shape("closeness", closeness.count, regions.count * regions.count)
            numbers("closeness", closeness)
        }
        numbers("output", groups.map(\.output))
        var seen: Set<[Int]> = []
        for (place, group) in groups.enumerated() {
            if group.firms < 0 {
                problems.append(.badNumber(what: "firms", at: place, value: Double(group.firms)))
            }
            if !sectors.indices.contains(group.sector) || !regions.indices.contains(group.region) {
                problems.append(.unknownPlace(group: place))
            }
            if !seen.insert([group.sector, group.region]).inserted {
                problems.append(.repeatedGroup(group: place))
            }
        }
        let total = groups.reduce(0.0) { $0 + Double(max(0, $1.firms)) }
        if total == 0 { problems.append(.noFirms) }
        if total > Double(Int32.max) { problems.append(.tooManyFirms(Int(total))) }
        problems += needProblems() + namedProblems()
        let inRange: [(String, Double, ClosedRange<Double>)] = [
            ("meanSuppliers", options.meanSuppliers, 1e-9...1e6),
            ("supplyExponent", options.supplyExponent, 0...2),
            ("demandExponent", options.demandExponent, 0...2),
        ]
        for (name, value, range) in inRange where !range.contains(value) {
            problems.append(.badOption(name, value: value))
        }
        if !sizes.isUsable { problems.append(.badOption("sizes", value: sizes.number)) }
        return problems
    }

    private func needProblems() -> [ReconstructionProblem] {
        var taken: Set<[Int]> = []
        return needs.enumerated().compactMap { place, need in
            let isGood =
                !need.inputs.isEmpty && sectors.indices.contains(need.user)
                && need.inputs.allSatisfy {
                    sectors.indices.contains($0) && taken.insert([$0, need.user]).inserted
                }
            return isGood ? nil : .badNeed(place)
        }
    }

    private func namedProblems() -> [ReconstructionProblem] {
        var problems: [ReconstructionProblem] = []
        var taken: [Int: Int] = [:]
        for (place, group) in namedFirms.enumerated() {
            taken[group, default: 0] += 1
            if !groups.indices.contains(group) || taken[group, default: 0] > groups[group].firms {
                problems.append(.noRoom(namedFirm: place))
            }
        }
        for (place, link) in namedLinks.enumerated() {
            let isGood =
                namedFirms.indices.contains(link.supplier) && namedFirms.indices.contains(link.customer)
                && link.supplier != link.customer && (link.value.map { $0 >= 0 && $0.isFinite } ?? true)
            if !isGood { problems.append(.badLink(place)) }
        }
        return problems
    }
}
