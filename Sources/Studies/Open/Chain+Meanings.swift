public import Ecosystem

extension Chain {
    /// What a class means, in plain words; `nil` for what is no class.
    public static func meaning(ofClass code: String) -> Localized? {
        switch code {
        case "strong":
            Localized(
                "Verified capacity meets the weekly need, or a document says that the region, or a part of it, leads here.",
                "已核实产能满足每周需求，或文献说本地区（或区内一地）在此领先。")
        case "adequate":
            Localized(
                "Two or more independent organizations are named, or capacity meets at least half the need. That the need "
                    + "is met is not proven.",
                "具名的独立机构不少于两家，或产能达到需求的一半以上；尚不能证明满足需求。")
        case "weak":
            Localized(
                "Less than half the need is met, a single supplier or a concentrated few carry it, or a document says that "
                    + "it is weak.",
                "产能不到需求的一半，或只靠一家、少数几家，或文献说此处薄弱。")
        case "missing":
            Localized(
                "Looked for and not found: surveyed without a verified supplier, or a document says that there is none.",
                "查过而没有：已调查而无核实的供应商，或文献说没有。")
        case "unknown":
            Localized(
                "Too little is known to tell. A document that names nobody does not say that there is nobody: unknown is "
                    + "neither weak nor missing.",
                "所知不足以判断。文献没有点名不等于没有：未知既不是弱，也不是缺失。")
        default: nil
        }
    }

    /// What completeness means.
    static let meaningOfCompleteness = Localized(
        "C of a segment is verified weekly capacity over weekly need, at most 1; completeness is its mean over the "
            + "segments that were surveyed, each counting the same. Without quantities it has no value.",
        "环节的 C 是已核实周产能除以周需求，至多为 1；完整度是已调查环节的平均值，各环节同等计算。没有数量记录就没有值。")

    /// What a recorded segment is.
    static let meaningOfRecorded = Localized(
        "Segments in which at least one organization of the region is named. An organization belongs to the region by its "
            + "home or by a site in place.",
        "至少点名一家本地区机构的环节。机构按所在地或已有点位归入地区。")
}
