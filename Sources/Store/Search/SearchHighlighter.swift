/// Finds in a text what was asked, whatever its letter case and width.
public struct SearchHighlighter: Sendable {
    /// A stretch of a text.
    public struct Part: Sendable, Equatable {
        /// Its characters as they stand in the text.
        public let text: String
        /// Whether it is what was asked.
        public let isMatch: Bool
    }

    let terms: [SearchTerm]

    /// The text in parts; their texts joined are the text.
    public func parts(of text: String) -> [Part] {
        let scalars = Array(text.unicodeScalars)
        var parts: [Part] = []
        var at = 0
        func add(_ end: Int, _ isMatch: Bool) {
            guard end > at else { return }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[at..<end])
            parts.append(Part(text: String(view), isMatch: isMatch))
            at = end
        }
        for range in ranges(in: text) {
            add(range.lowerBound, false)
            add(range.upperBound, true)
        }
        add(scalars.count, false)
        return parts
    }

    /// How many of the terms a text holds.
    func hits(in text: String) -> Int {
        let reading = Reading(text)
        return terms.count { !reading.ranges(of: $0, first: true).isEmpty }
    }

    /// Stretches of Unicode scalars that were asked, in order, merged where they touch.
    func ranges(in text: String) -> [Range<Int>] {
        guard !terms.isEmpty else { return [] }
        let reading = Reading(text)
        let found = terms.flatMap { reading.ranges(of: $0, first: false) }.sorted {
            ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
        }
        var merged: [Range<Int>] = []
        for range in found {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}

extension SearchHighlighter {
    /// A text folded, with the place that each folded character comes from.
    private struct Reading {
        var folded: [UInt32] = []
        var places: [Int] = []
        var classes: [SearchText.Class] = []

        init(_ text: String) {
            for (place, scalar) in text.unicodeScalars.enumerated() {
                SearchText.fold(scalar, to: &folded)
                while places.count < folded.count { places.append(place) }
            }
            classes = folded.map(SearchText.classOf)
        }

        func ranges(of term: SearchTerm, first: Bool) -> [Range<Int>] {
            guard let head = term.pieces.first?.scalars.first else { return [] }
            var found: [Range<Int>] = []
            var start = 0
            while start < folded.count {
                if folded[start] == head, let end = end(of: term, from: start) {
                    found.append(places[start]..<(places[end - 1] + 1))
                    if first { return found }
                    start = end
                } else {
                    start += 1
                }
            }
            return found
        }

        /// Where a term that begins here ends; `nil` where it does not stand here.
        private func end(of term: SearchTerm, from start: Int) -> Int? {
            var at = start
            for (number, piece) in term.pieces.enumerated() {
                if number > 0 {
                    while at < folded.count, classes[at] == .gap { at += 1 }
                }
                if !piece.isIdeographs, at > 0, classes[at - 1] == .word { return nil }
                for value in piece.scalars {
                    while at < folded.count, SearchText.isGrouping(folded, at) { at += 1 }
                    guard at < folded.count, folded[at] == value else { return nil }
                    at += 1
                }
                let isLast = number + 1 == term.pieces.count
                let mayGoOn = piece.isIdeographs || (isLast && term.isPrefix)
                if !mayGoOn, at < folded.count, classes[at] == .word { return nil }
            }
            return at
        }
    }
}
