import Ecosystem

extension Parks {
    /// Parks compared pair by pair.
    struct Pairs {
        /// Pairs that share a feature, largest overlap first.
        private(set) var overlapping: [Pair] = []
        /// Pairs that share none and cover different stages, most stages together first.
        private(set) var complementing: [Pair] = []

        /// Compares; `progress` is asked once a park.
        init(_ reader: Reader, progress: StudyProgress = StudyProgress()) throws(StudyCancelled) {
            let stated = Pairs.statements(in: reader.model)
            let entries = reader.entries.prefix(Parks.comparedParks).sorted { $0.id < $1.id }
            let features = entries.map(Pairs.features)
            for first in entries.indices {
                try progress.advance(
                    to: 0.3 + 0.6 * Double(first) / Double(entries.count),
                    Localized("comparing parks", "比较园区"))
                for second in entries.indices where second > first {
                    let (a, b) = (entries[first], entries[second])
                    if a.parent == b.id || b.parent == a.id { continue }
                    let common = features[first].intersection(features[second])
                    let all = features[first].union(features[second])
                    if !common.isEmpty {
                        overlapping.append(
                            pair(a, b, overlap: Double(common.count) / Double(all.count), stated, common))
                    } else if !Pairs.chain(a).isEmpty, !Pairs.chain(b).isEmpty,
                        Set(Pairs.chain(a)).isDisjoint(with: Pairs.chain(b))
                    {
                        complementing.append(pair(a, b, overlap: 0, stated, []))
                    }
                }
            }
            overlapping.sort { $0.overlap != $1.overlap ? $0.overlap > $1.overlap : Pairs.before($0, $1) }
            complementing.sort {
                let sizes = ($0.stagesOfA.count + $0.stagesOfB.count, $1.stagesOfA.count + $1.stagesOfB.count)
                if $0.statedBy.isEmpty != $1.statedBy.isEmpty { return $1.statedBy.isEmpty }
                return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : Pairs.before($0, $1)
            }
        }

        /// Two ids in either order.
        private struct Ends: Hashable {
            var low: String
            var high: String

            init(_ one: String, _ other: String) {
                low = min(one, other)
                high = max(one, other)
            }
        }

        /// What documents say complements what, by its two ends.
        private static func statements(in model: EcosystemModel) -> [Ends: [RelationID]] {
            var found: [Ends: [RelationID]] = [:]
            for relation in model.all(Relation.self, where: "predicate", is: Vocabulary.complements) {
                found[Ends(relation.subject, relation.object), default: []].append(relation.id)
            }
            return found
        }

        /// The park, its region and its place.
        private static func spots(of entry: Entry) -> Set<String> {
            Set([entry.id.text, entry.region?.text, entry.place?.text].compactMap { $0 })
        }

        /// A feature of a park.
        private enum Feature: Hashable {
            case focus(Localized)
            case function(String)
            case segment(SegmentID)
        }

        private static func features(_ entry: Entry) -> Set<Feature> {
            Set(
                entry.focus.map(Feature.focus) + entry.functions.map(Feature.function)
                    + entry.segments.map { .segment($0.id) })
        }

        /// A park's stages of the chain itself; adjacent industries complete no chain.
        private static func chain(_ entry: Entry) -> [String] {
            entry.stages.filter { $0 != Vocabulary.adjacent }
        }

        private static func before(_ left: Pair, _ right: Pair) -> Bool {
            left.a != right.a ? left.a < right.a : left.b < right.b
        }

        private func pair(
            _ a: Entry, _ b: Entry, overlap: Double, _ stated: [Ends: [RelationID]], _ common: Set<Feature>
        ) -> Pair {
            var pair = Pair(
                a: a.id, b: b.id, overlap: overlap, sharedFunctions: [], sharedSegments: [], sharedFocus: [],
                stagesOfA: Pairs.chain(a).filter { !b.stages.contains($0) },
                stagesOfB: Pairs.chain(b).filter { !a.stages.contains($0) }, statedBy: [])
            for feature in common {
                switch feature {
                case .focus(let text): pair.sharedFocus.append(text)
                case .function(let code): pair.sharedFunctions.append(code)
                case .segment(let id): pair.sharedSegments.append(id)
                }
            }
            pair.sharedFocus.sort { $0.en < $1.en }
            pair.sharedFunctions.sort()
            pair.sharedSegments.sort()
            var said: Set<RelationID> = []
            for one in Pairs.spots(of: a) {
                for other in Pairs.spots(of: b) { said.formUnion(stated[Ends(one, other)] ?? []) }
            }
            pair.statedBy = said.sorted()
            return pair
        }
    }
}
