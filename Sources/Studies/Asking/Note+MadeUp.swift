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

    /// That the numbers of a matrix are made up or estimated.
    static func madeUp(_ matrix: RegionMatrix) -> Note? {
        madeUp(
            matrix.basis, Localized("The numbers of this matrix are made up or estimated", "此矩阵数字为虚构或估计"),
            matrix.source)
    }

    /// That the firms and links of a network are made up.
    static func madeUpFirms(_ basis: Basis?) -> Note? {
        madeUp(
            basis, Localized("The firms and links of this network are made up", "此网络的企业与连线为虚构"), ofNoRealFirm)
    }

    /// What numbers of made-up firms say.
    static let ofNoRealFirm = Localized(
        "Results say how such a network behaves, nothing of a real firm.", "结果只说明此类网络的特性，不涉及真实企业。")

    /// That real firms appear in a made-up network as stand-ins only, and where intervals for them are; `nil` where there are none.
    static func standIns(_ stamp: SuppliedStamp?) -> Note? {
        guard let count = stamp?.standIns, count > 0 else { return nil }
        return Note(
            .synthetic,
            Localized(
                "\(count.words) real firms have stand-ins in this network; none is ranked under its own name",
                "此网络中 \(count.words) 家真实企业以替身出现，不以本名排名"),
            Localized(
                "A stand-in is made up: its numbers say nothing of the firm behind it. For a real firm, ask the data package without a network and "
                    + "with samples = 100: it then gets an interval over as many reconstructed networks.",
                "替身为合成企业，其数字不说明其所代表的企业。要了解真实企业，请不带网络、以 samples = 100 询问数据包：可得到同样多个重建网络上的区间。"))
    }
}

extension ReportDraft {
    /// The draft, which says after its first figures and notes that real firms appear as stand-ins.
    func telling(_ note: Note?) -> ReportDraft {
        guard let note else { return self }
        var draft = self
        let place = blocks.firstIndex { block in
            switch block {
            case .figures, .note: false
            default: true
            }
        }
        draft.blocks.insert(.note(note), at: place ?? blocks.count)
        return draft
    }
}
