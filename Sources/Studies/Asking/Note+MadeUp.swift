import Ecosystem
import Reporting

extension Basis {
    /// Whether numbers of this basis are nobody's: made up, or guessed.
    var isMadeUp: Bool { self == .synthetic || self == .estimated }
}

extension Note {
    /// That numbers that were given are made up or estimated; `nil` where they are known better, or nothing is said.
    static func madeUp(_ basis: Basis?, _ title: Localized, _ text: Localized?) -> Note? {
        basis?.isMadeUp == true ? Note(.synthetic, title, text) : nil
    }

    /// That a table's numbers are made up or estimated.
    static func madeUp(_ about: FlowTableAbout) -> Note? {
        madeUp(
            about.basis, Localized("The numbers of this table are made up or estimated", "此表数字为虚构或估计"),
            about.source)
    }

    /// That the firms and links of a network are made up.
    static func madeUpFirms(_ basis: Basis?) -> Note? {
        madeUp(
            basis, Localized("The firms and links of this network are made up", "此网络的企业与连线为虚构"), ofNoRealFirm)
    }

    /// What numbers of made-up firms say.
    static let ofNoRealFirm = Localized(
        "Results say how such a network behaves, nothing of a real firm.", "结果只说明此类网络的特性，不涉及真实企业。")
}
