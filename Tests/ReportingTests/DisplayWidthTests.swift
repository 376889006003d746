import Reporting
import Testing

@Suite struct `Columns of a terminal` {
    /// Widths after the property East_Asian_Width of Unicode Standard Annex #11.
    @Test(arguments: [
        ("", 0), ("abc", 3), ("京津冀", 6), ("SU7 Ultra 部件", 14), ("，。", 4), ("“a”", 3), ("é", 1),
        ("e\u{301}", 1),
        ("한국", 4), ("ﾊﾝ", 2), ("Ａ", 2), ("🚗", 2), ("\u{200B}x", 1), ("≥1", 2), ("\u{3000}", 2),
    ])
    func `Chinese characters take two`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func `padding reaches the width on either side and never cuts`() {
        #expect(DisplayWidth.padded("天津", to: 6) == "天津  ")
        #expect(DisplayWidth.padded("天津", rightTo: 6) == "  天津")
        #expect(DisplayWidth.padded("天津港", to: 2) == "天津港")
    }
}
