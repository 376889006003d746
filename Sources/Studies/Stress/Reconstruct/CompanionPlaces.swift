import Ecosystem

/// Where firms are counted, and the finer regions that they are spread over.
struct CompanionPlaces {
    /// A class of firms as documents count it.
    enum Class: Int, CaseIterable {
        case vehicle, parts

        var id: String { self == .vehicle ? "vehicle" : "parts" }
        var label: Localized {
            self == .vehicle ? Localized("vehicle makers", "整车企业") : Localized("parts firms", "零部件企业")
        }
        /// The indicator that counts it.
        var indicator: IndicatorDefinitionID {
            IndicatorDefinitionID(self == .vehicle ? "i.veh_companies" : "i.parts_companies")
        }
        /// The stages whose segments its firms work in.
        var stages: [String] { self == .vehicle ? ["vehicle"] : ["components", "systems"] }
    }

    /// Regions for which both classes are counted.
    let counted: [RegionID]
    /// Firms by counted region and class.
    let firms: [[Int]]
    /// What each class's count rests on.
    let origins: [Origin]
    /// The regions that firms are put in.
    let units: [RegionID]
    /// Which counted region each unit lies in, as its place in ``counted``.
    let countedOfUnit: [Int]
    /// Which unit a region lies in.
    let tree: RegionTree
    private let parents: [String: String]

    init(_ model: EcosystemModel, _ values: ParameterValues) throws(StudyProblem) {
        tree = RegionTree(model)
        parents = Dictionary(
            model.all(Region.self).compactMap { region in region.parent.map { (region.id.text, $0.text) } },
            uniquingKeysWith: { first, _ in first })
        let indexes = Class.allCases.map { FigureIndex(model, $0.indicator) }
        let asked = [values.integer("vehicle-firms"), values.integer("parts-firms")]
        func figures(_ region: RegionID) -> [Indicator?] { indexes.map { $0.figure(of: region.text) } }
        var regions = tree.places.filter { region in figures(region).allSatisfy { $0?.value != nil } }
        if regions.isEmpty, let home = model.identity.homeRegion ?? tree.region { regions = [home] }
        var counts = regions.map { region in figures(region).map { Int(($0?.value ?? 0).rounded()) } }
        var origins: [Origin] = []
        var missing: [StudyProblem.Detail] = []
        for kind in Class.allCases {
            let figures = regions.compactMap { indexes[kind.rawValue].figure(of: $0.text) }
            let total = counts.reduce(0) { $0 + $1[kind.rawValue] }
            if let wanted = asked[kind.rawValue] {
                let split = Apportionment.split(
                    wanted, by: counts.map { total > 0 ? Double($0[kind.rawValue]) : 1 })
                for place in counts.indices { counts[place][kind.rawValue] = split[place] }
                origins.append(
                    Origin(basis: .estimated, note: Localized("the asker's number", "由提问者设定")))
            } else if total > 0 {
                origins.append(Origin.combined(figures.map(\.record.origin), atBest: .stated))
            } else {
                missing.append(
                    StudyProblem.Detail(
                        parameter: "\(kind.id)-firms",
                        message: Localized(
                            "this package does not say how many \(kind.label.en) there are; give --\(kind.id)-firms",
                            "此数据包没有说明\(kind.label.zh)数量；请给出 --\(kind.id)-firms")))
                origins.append(Origin(basis: .estimated))
            }
        }
        guard missing.isEmpty, !regions.isEmpty else {
            throw StudyProblem(
                missing.isEmpty
                    ? [.init(parameter: nil, message: Localized("this package has no region", "此数据包没有地区"))]
                    : missing)
        }
        counted = regions
        firms = counts
        self.origins = origins
        (units, countedOfUnit) = Self.units(model, regions, parents)
    }

    /// The cities of a region that is counted alone; several counted regions are not divided further.
    private static func units(
        _ model: EcosystemModel, _ counted: [RegionID], _ parents: [String: String]
    ) -> ([RegionID], [Int]) {
        guard counted.count == 1, let home = counted.first else { return (counted, Array(counted.indices)) }
        let cities = model.all(Region.self).filter { region in
            ["municipality", "prefecture_city"].contains(region.level ?? "")
                && Self.chain(region.id.text, parents).dropFirst().contains(home.text)
        }.map(\.id)
        return cities.isEmpty ? ([home], [0]) : (cities, cities.map { _ in 0 })
    }

    /// A region and those above it, up to the first repetition.
    static func chain(_ start: String, _ parents: [String: String]) -> [String] {
        var chain: [String] = []
        var current: String? = start
        while let id = current, !chain.contains(id) {
            chain.append(id)
            current = parents[id]
        }
        return chain
    }

    /// The unit that a region is or lies in.
    func unit(of region: RegionID?) -> Int? {
        guard let region else { return nil }
        for id in Self.chain(region.text, parents) {
            if let place = units.firstIndex(where: { $0.text == id }) { return place }
        }
        return nil
    }

    /// The units that lie in a region that is wider than they are, below a counted one.
    func units(inside region: RegionID?) -> [Int] {
        guard let region, !counted.contains(region) else { return [] }
        return units.indices.filter { Self.chain(units[$0].text, parents).dropFirst().contains(region.text) }
    }
}

/// Splits a whole number in proportion to weights, so that the parts add up to it.
enum Apportionment {
    /// The method of the largest remainder; of equal remainders the first.
    static func split(_ whole: Int, by weights: [Double]) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in 0 } }
        let exact = weights.map { Double(whole) * $0 / sum }
        var parts = exact.map { Int($0.rounded(.down)) }
        let order = exact.indices.sorted { left, right in
            let (first, second) = (
                exact[left] - exact[left].rounded(.down), exact[right] - exact[right].rounded(.down)
            )
            return first == second ? left < right : first > second
        }
        for place in order.prefix(max(0, whole - parts.reduce(0, +))) { parts[place] += 1 }
        return parts
    }
}
