import CLanes

extension LanePull {
    /// A neighbour and a share.
    @inline(__always)
    init(node: UInt32, share: Double) {
        let bits = share.bitPattern
        self.init(
            node: node,
            halves: (UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32)))
    }

    /// The share that its loss has.
    @inline(__always)
    var share: Double {
        Double(bitPattern: UInt64(halves.0) | UInt64(halves.1) << 32)
    }
}
