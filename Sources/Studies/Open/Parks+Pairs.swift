import Ecosystem

extension Parks {
    /// Parks compared pair by pair.
    struct Pairs {
        /// Pairs that share a feature, largest overlap first.
        private(set) var overlapping: [Pair] = []
        /// Pairs that share none and cover different stages, most stages together first.
        private(set) var complementing: [Pair] = []

        init(_ reader: Reader) {
            let model = reader.model
            let stated = model.all(Relation.self, where: "predicate", is: Vocabulary.complements)
            let entries = reader.entries.prefix(Parks.comparedParks).sorted { $0.id < $1.id }
            let features = entries.map(Pairs.features)
            for first in entries.indices {
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
            _ a: Entry, _ b: Entry, overlap: Double, _ stated: [Relation], _ common: Set<Feature>
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
            func ends(_ entry: Entry) -> Set<String> {
                Set([entry.id.text, entry.region?.text, entry.place?.text].compactMap { $0 })
            }
            let (ofA, ofB) = (ends(a), ends(b))
            pair.statedBy = stated.filter {
                (ofA.contains($0.subject) && ofB.contains($0.object))
                    || (ofB.contains($0.subject) && ofA.contains($0.object))
            }.map(\.id)
            return pair
        }
    }
}
