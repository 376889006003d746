import Ecosystem
import Reporting

extension OverlapTables {
    /// What documents say of the two, and what is not on record.
    var notes: [Note] {
        let model = input.model
        var notes: [Note] = []
        for (ids, en, zh) in [
            (result.stated.competes, "Documents call them rivals", "文件称其相互竞争"),
            (result.stated.cooperates, "Documents call them partners", "文件称其合作或互补"),
        ] {
            for relation in ids.compactMap({ model.find($0, as: Relation.self) }) {
                let ends = [relation.subject, relation.object].map { model.name(of: $0) }
                let who = Localized.joined(ends, Localized(" – ", "—"))
                let why = relation.record.phrase("qualifier")
                notes.append(
                    Note(
                        .note, Localized("\(en): \(who.en)", "\(zh)：\(who.zh)"), why,
                        origin: relation.record.origin))
            }
        }
        if !result.stated.competes.isEmpty, result.pattern == .partners || result.pattern == .separate {
            notes.append(
                Note(
                    .warning, Localized("What is on record and what documents say differ", "记录与文件说法不一"),
                    Localized(
                        "Documents call the two alike and rivals; of what they do, little is named of both. The list of what each "
                            + "does may be incomplete.", "文件称两者结构相似、相互竞争；而列名的共有业务不多。各自的业务清单可能不全。"),
                    origin: .counted(model.records(ids: result.stated.competes.map(\.text)))))
        }
        for problem in model.records(ids: result.stated.problems.map(\.text)) {
            notes.append(
                Note(.warning, problem.name, problem.phrase("description"), origin: problem.origin))
        }
        for link in model.records(ids: result.stated.links.map(\.text)) {
            notes.append(Note(.note, link.name, link.phrase("printed_distance"), origin: link.origin))
        }
        guard result.source == "package" else {
            if !result.shares.contains(where: { $0.group == "from" }) {
                notes.append(
                    Note(
                        .gap, Localized("No shares of origin", "没有来源地份额"),
                        Localized("Columns “from/…” say where cargo comes from.", "“from/…” 列说明货物来源地。")))
            }
            return notes
        }
        notes.append(
            Note(
                .gap, Localized("No shares of cargo on record", "没有货类份额记录"),
                Localized(
                    "Similarity counts what is named, not how much: the documents print no tonnage by kind of cargo or by origin. A "
                        + "matrix with columns “cargo/…” and “from/…” gives both.",
                    "相似度只计所列名目，不计数量：文件未印分货类或分来源的吨位。给出含 “cargo/…” 与 “from/…” 列的矩阵即可计算。")))
        if result.hinterland == nil {
            notes.append(
                Note(
                    .gap, Localized("One of the two has no point on record", "两者之一没有坐标记录"),
                    Localized("Its hinterland by distance is unknown.", "按距离的腹地未知。")))
        }
        return notes
    }
}
