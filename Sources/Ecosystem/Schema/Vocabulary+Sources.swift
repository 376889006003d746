/// Terms of documents and of how sure they are.
extension Vocabulary {
    /// Kinds of paragraph.
    public static let paragraphKind = Vocabulary(
        "paragraph kind",
        [
            Term("text", "text", "正文"),
            Term("table", "table", "表"),
            Term("front_matter", "front matter", "题名页"),
            Term("references", "references", "参考文献"),
            Term("furniture", "page furniture", "页面附加"),
            Term("external", "outside the documents", "文献之外"),
        ])

    /// Kinds of document.
    public static let sourceKind = Vocabulary(
        "source kind",
        [
            Term("journal_article", "journal article", "期刊论文"),
            Term("article", "article", "文章"),
            Term("news", "news", "新闻"),
            Term("dataset", "data set", "数据集"),
            Term("declaration", "declaration", "申报"),
            Term("constructed", "constructed", "构造"),
            Term("general_knowledge", "general knowledge", "编者常识"),
        ])

    /// How sure a reading is.
    public static let confidence = Vocabulary(
        "confidence", closed: true,
        [
            Term("high", "high", "高"),
            Term("medium", "medium", "中"),
            Term("low", "low", "低"),
        ])

    /// What kind of number a value is.
    public static let indicatorStatus = Vocabulary(
        "indicator status", closed: true,
        [
            Term("as_printed", "as printed", "原文"),
            Term("counted", "counted", "计数"),
            Term("derived", "derived", "推算"),
            Term("corrected_reading", "corrected reading", "校正读法"),
            Term("declared", "declared", "申报"),
            Term("estimated", "estimated", "估计"),
            Term("synthetic", "synthetic", "合成"),
        ])
}

extension Vocabulary {
    /// How a statement is known; see ``Basis``.
    public static let basis = Vocabulary(
        "basis", closed: true, Basis.allCases.map { Term($0.rawValue, $0.label.en, $0.label.zh) })
    /// Whether a statement holds; see ``FactState``.
    public static let state = Vocabulary(
        "state", closed: true, FactState.allCases.map { Term($0.rawValue, $0.label.en, $0.label.zh) })
    /// Who may see a record; see ``Visibility``.
    public static let visibility = Vocabulary(
        "visibility", closed: true,
        [
            Term("private", "its owner only", "仅所有者"),
            Term("parties", "the parties to it", "当事各方"),
            Term("invited", "invited organizations", "受邀机构"),
            Term("programme", "participants of a programme", "计划参与方"),
            Term("members", "every member", "全体成员"),
            Term("offices", "coordination offices", "协同部门"),
            Term("public", "everybody", "公开"),
        ])
}
