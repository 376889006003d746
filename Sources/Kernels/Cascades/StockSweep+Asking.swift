import CLanes

extension StockSweep {
    /// The input with the least cover of those that nothing is made without, or else the one that lacks most; −1 for none. Of
    /// equal ones those with a single supplier come first.
    public func scarceInput(_ node: Int, isCover: Bool) -> Int {
        let line = UnsafeMutableRawPointer(lines.start).assumingMemoryBound(to: StockLine.self) + node
        return inputs.input(at: isCover ? line.pointee.scarcest : line.pointee.lacking)
    }

    /// What the next step brings on a link of an input, asked after ``set(_:uses:aims:part:ready:)``.
    public func delivered(_ input: Int, of node: Int, flow: Double, from supplier: Int) -> Double {
        let place = Int(inputs.places[input])
        guard place >= 0 else { return flow * scales[-2 - place] * faces[supplier * 2] }
        let (used, aimed) = (lines[node * 8], lines[node * 8 + 1])
        let gap = max(0, aimed * plan.goal - singleCovers[place])
        return flow * (gap * plan.pace + used) * parts[supplier]
    }

    /// For many suppliers at once, the input for which each delivers less than usual by the most; −1 where there is none. As asking
    /// ``delivered(_:of:flow:from:)`` for each of their links, but in the order in which they stand. Of equal ones the first counts.
    ///
    /// - Parameters:
    ///   - asked: the suppliers that are meant.
    ///
    /// Complexity: all links.
    public func largestFalls(of asked: [Bool]) -> [Int32] {
        var greatest = [Double](repeating: 0, count: asked.count + 1)
        var found = [Int32](repeating: -1, count: asked.count + 1)
        let isAsked = asked + [false]
        func note(_ supplier: Int, _ input: Int32, _ fall: Double) {
            let most = greatest[supplier]
            if fall > most || (fall == most && fall > 0 && input < found[supplier]) {
                greatest[supplier] = fall
                found[supplier] = input
            }
        }
        for row in 0..<(inputs.singleStarts.count - 1) {
            for place in Int(inputs.singleStarts[row])..<Int(inputs.singleStarts[row + 1]) {
                let supplier = Int(inputs.singleSuppliers[place] & 0x3FFF_FFFF)
                guard isAsked[supplier] else { continue }
                let line = Int(inputs.singleNodes[row * 8 + place % 8]) * 8
                let gap = max(0, lines[line + 1] * plan.goal - singleCovers[place])
                let flow = inputs.singleFlows[place]
                note(
                    supplier, inputs.singleInputs[place],
                    flow - flow * (gap * plan.pace + lines[line]) * parts[supplier])
            }
        }
        for row in 0..<(inputs.sharedStarts.count - 1) {
            for place in Int(inputs.sharedStarts[row])..<Int(inputs.sharedStarts[row + 1]) {
                let supplier = Int(inputs.sharedSuppliers[place])
                guard isAsked[supplier] else { continue }
                let lane = row * 8 + place % 8
                let flow = inputs.sharedFlows[place]
                note(supplier, inputs.sharedInputs[lane], flow - flow * scales[lane] * faces[supplier * 2])
            }
        }
        found.removeLast()
        return found
    }
}
