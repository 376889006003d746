import Ecosystem
import Indicators
import Kernels

extension Roles {
    /// Profiles of the places of a model.
    struct Profiles {
        let model: EcosystemModel
        let tree: RegionTree
        let presence: OrganizationPresence
        /// Sites in place in the whole region.
        let sitesInRegion: [Site]
        private let loom: PlaceStageMatrix

        init(_ model: EcosystemModel, region: RegionID?) {
            self.model = model
            tree = RegionTree(model, region: region)
            presence = OrganizationPresence(model, tree)
            loom = PlaceStageMatrix(model, presence)
            let tree = tree
            sitesInRegion = model.all(Site.self).filter { $0.isInPlace && tree.isInside($0.region) }
        }

        /// Sites in place in a place.
        func sites(in place: RegionID) -> [Site] {
            sitesInRegion.filter { tree.place(of: $0.region) == place }
        }

        func all() -> [Profile] {
            let functions = functionParts()
            let stages = stageParts()
            return tree.places.enumerated().map { index, place in
                let region = model.find(place, as: Region.self)
                let assessed = model.all(Assessment.self).filter { tree.place(of: $0.region) == place }
                func segments(_ strengths: Set<String>) -> [SegmentID] {
                    Set(assessed.filter { strengths.contains($0.strength ?? "") }.compactMap(\.segment))
                        .sorted()
                }
                return Profile(
                    place: place, role: region?.role, specialties: specialties(of: place),
                    strong: segments(["strong"]), weak: segments(["weak", "missing"]),
                    advantages: model.records(of: .advantage)
                        .filter { tree.place(of: $0.text("region_id").map(RegionID.init)) == place }
                        .map { AdvantageID($0.id) },
                    sites: sites(in: place).count,
                    functions: functions[index].sorted {
                        $0.count != $1.count ? $0.count > $1.count : $0.code < $1.code
                    },
                    stages: stages[index])
            }
        }

        private func specialties(of place: RegionID) -> [SegmentID] {
            let relations = model.all(Relation.self, where: "predicate", is: Vocabulary.specialises)
                .filter { tree.place(of: RegionID($0.subject)) == place }
            return Set(relations.map { SegmentID($0.object) }).sorted()
        }

        private func functionParts() -> [[Part]] {
            let known = Ecosystem.Vocabulary.siteFunction.terms.map(\.code)
            let used = Set(sitesInRegion.flatMap(\.functions))
            let codes = known.filter { used.contains($0) } + used.subtracting(known).sorted()
            func counts(_ sites: [Site]) -> [Double] {
                codes.map { code in Double(sites.count { $0.functions.contains(code) }) }
            }
            return parts(codes, tree.places.map { counts(sites(in: $0)) }, benchmark: counts(sitesInRegion))
        }

        private func stageParts() -> [[Part]] {
            let table = loom.places.map { place in
                loom.stages.map { Double(loom.cell(place, $0)?.count ?? 0) }
            }
            // The rest of the region: organizations inside it that are in none of its places.
            var rest: [String: Set<String>] = [:]
            for activity in model.all(Activity.self) where activity.record.factState == .actual {
                guard let owner = activity.organization, presence.isInside(owner),
                    presence.places(of: owner).isEmpty,
                    let stage = activity.segment.flatMap({ model.find($0, as: Segment.self)?.stage })
                else { continue }
                rest[stage, default: []].insert(owner.text)
            }
            let benchmark = loom.stages.indices.map { column in
                table.reduce(0) { $0 + $1[column] } + Double(rest[loom.stages[column]]?.count ?? 0)
            }
            return parts(loom.stages, table, benchmark: benchmark)
        }

        /// Shares and quotients of what each place has.
        private func parts(_ codes: [String], _ table: [[Double]], benchmark: [Double]) -> [[Part]] {
            let options = LocationQuotient.Options(benchmark: benchmark.map { Bounded($0) })
            guard let counts = try? IndustryTable(table),
                let quotient = try? LocationQuotient.run(on: counts, options)
            else { return table.map { _ in [] } }
            return table.indices.map { row in
                codes.indices.compactMap { column in
                    guard table[row][column] > 0, let share = quotient.shares[row][column].value,
                        let whole = quotient.benchmarkShares[column].value,
                        let value = quotient.values[row][column].value
                    else { return nil }
                    return Part(
                        code: codes[column], count: Int(table[row][column]), share: share,
                        benchmarkShare: whole, locationQuotient: value)
                }
            }
        }
    }
}
