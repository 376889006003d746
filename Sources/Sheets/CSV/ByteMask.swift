/// Finds bytes eight at a time in ordinary registers.
enum ByteMask {
    @inline(__always)
    static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Bit k is set where byte k of the 64 bytes at `bytes` equals one of three values (each handed in ``spread(_:)``).
    ///
    /// Adding 0x7F to the low seven bits of `word ^ pattern` carries into the high bit unless they are zero; the carry
    /// never leaves its byte, so the test is exact. The multiplication gathers the eight high bits into one byte.
    @inline(__always)
    static func find(_ bytes: UnsafePointer<UInt8>, _ first: UInt64, _ second: UInt64, _ third: UInt64)
        -> UInt64
    {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let raw = UnsafeRawPointer(bytes)
        var mask: UInt64 = 0
        var offset = 0
        while offset < 64 {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let a = word ^ first
            let b = word ^ second
            let c = word ^ third
            let none = (((a & low) &+ low) | a) & (((b & low) &+ low) | b) & (((c & low) &+ low) | c)
            let hits = ~(none | low) >> 7
            mask |= ((hits &* 0x0102_0408_1020_4080) >> 56) &<< UInt64(offset)
            offset &+= 8
        }
        return mask
    }
}
