public import Kernels

extension StructuralSimilarity {
    /// Compares all pairs of structures, in order; the diagonal compares a structure with itself.
    ///
    /// - Throws: structures of different length.
    /// - Complexity: O(structures² × parts) for exact numbers.
    public static func pairs(of structures: [Composition], search: RangeSearch = RangeSearch())
        throws(InputProblems) -> [[StructuralSimilarity]]
    {
        var pairs: [[StructuralSimilarity]] = []
        for (one, structure) in structures.enumerated() {
            var row: [StructuralSimilarity] = []
            for (other, second) in structures.enumerated() {
                if other < one {
                    row.append(pairs[other][one])
                } else if other > one {
                    row.append(try run(structure, second, search: search))
                } else {
                    row.append(itself(try run(structure, structure, search: RangeSearch(boxes: 1))))
                }
            }
            pairs.append(row)
        }
        return pairs
    }

    /// A structure beside itself: the same, whatever rounding allows; or the reason why there is none.
    private static func itself(_ found: StructuralSimilarity) -> StructuralSimilarity {
        guard found.cosine.value != nil else { return found }
        return StructuralSimilarity(cosine: Measured(1), fingerKreinin: Measured(1), krugman: Measured(0))
    }
}
