/// Random draws that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededDraws: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text of up to `length` characters: digits and letters, marks, Chinese, full width, and bytes that are no UTF-8.
    mutating func text(upTo length: Int) -> String {
        let count = Int.random(in: 0...length, using: &self)
        switch Int.random(in: 0..<4, using: &self) {
        case 0:
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
            return String(decoding: bytes, as: UTF8.self)
        case 1:
            let letters = Array("0123456789ABCXYZ")
            return String((0..<count).map { _ in letters.randomElement(using: &self) ?? "0" })
        case 2:
            let letters = Array("0123456789.-+/: EeNnQ>=<~,年月日至９Ａ　\u{FEFF}\u{200B}'“é𠀀")
            return String((0..<count).map { _ in letters.randomElement(using: &self) ?? "0" })
        default:
            var view = String.UnicodeScalarView()
            for _ in 0..<count {
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) {
                    view.append(scalar)
                }
            }
            return String(view)
        }
    }
}
