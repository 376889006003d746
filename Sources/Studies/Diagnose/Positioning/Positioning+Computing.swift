import Ecosystem
import Indicators
import Kernels

extension Positioning {
    /// What cities hold: from the records, or from a given matrix.
    struct Holdings {
        var regions: [String] = []
        var industries: [String] = []
        var rows: [[Double]] = []
        var silent: [String] = []
    }

    /// Computes densities and picks the candidates.
    public func result(on input: StudyInput) throws -> Result {
        let holdings = try Positioning.holdings(input)
        let limit = input.parameters.integer("candidates") ?? 5
        let asked = input.parameters.text("city")
        guard holdings.regions.count > 1, holdings.industries.count > 1 else {
            return Result(
                regions: [], silent: holdings.silent + holdings.regions, candidates: [], alike: [],
                industries: holdings.industries.count)
        }
        let table = try Positioning.checked { () throws(InputProblems) in try IndustryTable(holdings.rows) }
        let quotient = try Positioning.checked { () throws(InputProblems) in
            try LocationQuotient.run(on: table)
        }
        let advantage = Advantage(quotient)
        let related = Relatedness.run(on: advantage)
        var candidates: [Result.Candidate] = []
        for (row, region) in holdings.regions.enumerated() where asked == nil || asked == region {
            let open = holdings.industries.indices.compactMap { column -> (column: Int, density: Double)? in
                guard holdings.rows[row][column] == 0,
                    let density = related.density[row][column].value, density > 0
                else { return nil }
                return (column, density)
            }.sorted { $0.density != $1.density ? $0.density > $1.density : $0.column < $1.column }
            for (column, density) in open.prefix(limit) {
                let near = related.proximity[column].enumerated()
                    .filter { $0.element > 0 && $0.offset != column && advantage.matrix[row][$0.offset] }
                    .sorted { $0.element != $1.element ? $0.element > $1.element : $0.offset < $1.offset }
                let holders = holdings.regions.indices.filter { holdings.rows[$0][column] > 0 }
                candidates.append(
                    Result.Candidate(
                        region: region, industry: holdings.industries[column], density: density,
                        near: near.prefix(5).map { holdings.industries[$0.offset] },
                        holders: holders.map { holdings.regions[$0] },
                        advice: holders.isEmpty
                            ? "fill-gap" : holders.count <= Positioning.fewHolders ? "join" : "repeats"))
            }
        }
        let cities = holdings.regions.enumerated().map { row, region in
            Result.City(
                region: region, held: holdings.rows[row].count { $0 > 0 },
                advantages: advantage.matrix[row].count { $0 }, total: holdings.rows[row].compensatedSum)
        }
        return Result(
            regions: cities, silent: holdings.silent, candidates: candidates,
            alike: try Positioning.alike(table, holdings.regions), industries: holdings.industries.count)
    }

    private static func alike(_ table: IndustryTable, _ regions: [String]) throws -> [Result.Pair] {
        let pairs = try checked { () throws(InputProblems) in try StructuralSimilarity.pairs(of: table) }
        var found: [Result.Pair] = []
        for one in regions.indices {
            for other in regions.indices.dropFirst(one + 1) {
                guard let cosine = pairs[one][other].cosine.value else { continue }
                found.append(Result.Pair(a: regions[one], b: regions[other], cosine: cosine))
            }
        }
        let sorted = found.enumerated().sorted {
            $0.element.cosine != $1.element.cosine
                ? $0.element.cosine > $1.element.cosine : $0.offset < $1.offset
        }
        return sorted.prefix(20).map(\.element)
    }

    /// Runs a measure; what it finds wrong with its input is told to the one who gave it.
    static func checked<Value>(_ body: () throws(InputProblems) -> Value) throws(StudyProblem) -> Value {
        do {
            return try body()
        } catch {
            throw StudyProblem(
                error.problems.map { StudyProblem.Detail(parameter: "matrix", message: $0.label) })
        }
    }

    private static func holdings(_ input: StudyInput) throws -> Holdings {
        guard case .matrix(let matrix) = input.supplied else { return recorded(input.model) }
        let known: IndustryTable.Known
        do {
            known = try IndustryTable.known(of: matrix)
        } catch {
            throw StructureTable.problem(error, in: matrix, rows: Array(matrix.regions.indices))
        }
        var holdings = Holdings()
        holdings.industries = known.industries.map { matrix.industries[$0] }
        for (row, place) in known.regions.enumerated() {
            holdings.regions.append(matrix.regions[place])
            holdings.rows.append(known.table.region(row).values)
        }
        holdings.silent = matrix.regions.indices.filter { !known.regions.contains($0) }
            .map { matrix.regions[$0] }
        return holdings
    }

    /// Organizations by city and automotive segment.
    private static func recorded(_ model: EcosystemModel) -> Holdings {
        let tree = RegionTree(model)
        let cities = model.all(Region.self).filter { region in
            cityLevels.contains(region.level ?? "") && tree.isInside(region.id)
        }
        let isCity = Set(cities.map(\.id.text))
        var parents: [String: String] = [:]
        for region in model.all(Region.self) { parents[region.id.text] = region.parent?.text }
        func city(of region: RegionID?) -> String? {
            var current = region?.text
            var steps = 0
            while let id = current, steps < 32 {
                if isCity.contains(id) { return id }
                current = parents[id]
                steps += 1
            }
            return nil
        }
        var places: [String: Set<String>] = [:]
        for organization in model.all(Organization.self) {
            if let place = city(of: organization.home) {
                places[organization.id.text, default: []].insert(place)
            }
        }
        for site in model.all(Site.self) where site.isInPlace {
            if let owner = site.organization, let place = city(of: site.region) {
                places[owner.text, default: []].insert(place)
            }
        }
        var held: [String: [String: Set<String>]] = [:]
        for activity in model.all(Activity.self) where activity.record.factState == .actual {
            guard let owner = activity.record.text("organization_id"),
                let segment = activity.record.text("segment_id"),
                model.find(SegmentID(segment), as: Segment.self)?.isAutomotive == true
            else { continue }
            for place in places[owner] ?? [] { held[place, default: [:]][segment, default: []].insert(owner) }
        }
        var holdings = Holdings()
        let segments = Set(held.values.flatMap(\.keys))
        holdings.industries = model.all(Segment.self).map(\.id.text).filter { segments.contains($0) }
        for place in cities.map(\.id.text) {
            guard let own = held[place] else {
                holdings.silent.append(place)
                continue
            }
            holdings.regions.append(place)
            holdings.rows.append(holdings.industries.map { Double(own[$0]?.count ?? 0) })
        }
        return holdings
    }
}
