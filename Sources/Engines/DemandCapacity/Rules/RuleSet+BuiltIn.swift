import Ecosystem

extension RuleSet {
    /// The rule sets that ship: the one place where their limits stand.
    public static let builtIn: [RuleSet] = [document001, exit2012, investment2018]

    /// What document 001 counts: makers below 1,000 vehicles a month, and among them makers that stand still.
    static let document001 = RuleSet(
        id: "document-001", version: "1",
        title: Localized("Idle and low-output makers of document 001", "文献 001 的停产与低产企业"),
        source: Localized("Document 001, section 2.2", "文献 001，第 2.2 节"),
        basis: .stated, paragraphs: ["s001.2.2.p1"],
        rules: [
            UseRule(
                id: "zero-output", title: Localized("shut down: nothing made in the month", "停产：当月产量为零"),
                metric: .outputAMonth, scope: .maker, window: 1, comparator: .isZero),
            UseRule(
                id: "low-output",
                title: Localized("below 1,000 vehicles a month, but not zero", "月产不足 1,000 辆但未停产"),
                metric: .outputAMonth, scope: .maker, window: 1, comparator: .isLowButNotZero, value: 1000),
        ])

    /// The public notice of 2012 for passenger-car makers; quoted from knowledge, so the limit can be changed.
    static let exit2012 = RuleSet(
        id: "exit-notice-2012", version: "1",
        title: Localized("Notice on makers that should leave (2012)", "汽车行业退出机制（2012）"),
        source: Localized(
            "Notice on an exit mechanism for the automobile industry, MIIT 2012; limits quoted from general knowledge, "
                + "not checked against its text",
            "工业和信息化部《关于建立汽车行业退出机制的通知》（2012）；限值引自编者常识，未与原文核对"),
        basis: .general, validFrom: "2012",
        rules: [
            UseRule(
                id: "two-years-low",
                title: Localized("below 1,000 vehicles a year for two years", "连续两年年产不足 1,000 辆"),
                metric: .outputAYear, scope: .maker, window: 2, comparator: .isBelow, value: 1000,
                suggestsExit: true)
        ])

    /// The investment rule of 2018: a province may not add capacity of a class that it uses less than the industry.
    static let investment2018 = RuleSet(
        id: "investment-2018", version: "1",
        title: Localized("Investment rules for the automobile industry (2018)", "汽车产业投资管理规定（2018）"),
        source: Localized(
            "Investment management rules for the automobile industry, NDRC order 22 of 2018; quoted from general "
                + "knowledge, not checked against its text",
            "国家发展改革委令第 22 号《汽车产业投资管理规定》（2018）；引自编者常识，未与原文核对"),
        basis: .general, validFrom: "2019-01-10",
        rules: [
            UseRule(
                id: "below-class-two-years",
                title: Localized(
                    "use below that of the class as a whole in both of the last two years",
                    "最近两年产能利用率均低于同类行业平均"),
                metric: .useOfYear, scope: .regionAndClass, window: 2, comparator: .isBelowClass)
        ])
}
